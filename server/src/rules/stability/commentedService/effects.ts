/** Who does something that nobody notices when it is not done: mail, payments, records, queues, checks. */
const doer =
  /mail|sms|notif|slack|pager|alert|audit|payment|billing|invoic|stripe|webhook|queue|publish|producer|eventbus|outbox|ledger|backup|export|antivirus|virus|moderation|fraud|kyc|compliance|encrypt|vault|limiter|inventory|subscription|sentry|metrics|telemetry/i;
const service = /(?:Service|Client|Gateway|Provider|Publisher|Producer|Bus|Tracker|Monitor|Validator|Guard)$/;
/** What looks for mistakes, and what shows something. */
const helper = /log(?:ger)?$|console|debug|toast|snack|router|query/i;

const deeds =
  'send|notify|alert|publish|enqueue|dispatch|deliver|charge|capture|refund|record|audit|track|verify|validate|check|scan|moderate|authori[sz]e|authenticate|ensure|require|assert|sanitize|encrypt|backup|sync|reserve|release|invalidate|index|trigger|export|archive|revoke|acquire';
const deed = new RegExp(`^(?:${deeds}|log|add|inc|observe|flush|process|emit)(?![a-z])`);
const deedOfFunction = new RegExp(`^(?:${deeds})[A-Z]|^log(?:Event|Audit|Activity|Access)`);

/** Whether a call does something outside of the program, or refuses what must not go through. */
export function hasEffect(receiver: string | undefined, method: string, isAwaited: boolean): boolean {
  if (receiver === undefined) return deedOfFunction.test(method);
  const name = receiver.slice(receiver.lastIndexOf('.') + 1);
  if (helper.test(name)) return false;
  if (doer.test(name)) return isAwaited || deed.test(method);
  return (
    service.test(name) && (isAwaited ? !/^(?:get|find|list|load|fetch|read)/.test(method) : deed.test(method))
  );
}

/** Decorators that keep intruders out, or say who may come in. */
export const guardDecorator =
  /^\s*@(UseGuards|Roles|Auth|Authorized|Authenticated|RequirePermissions?|Permissions|RequireRoles?|Throttle|PreAuthorize|UsePipes)\(.*\)\s*$/;

/** Parts that a framework is given in a list: `BillingModule,`, `ThrottlerModule.forRoot({ … }),`, `{ provide: …, useClass: … },`. */
export const listedPart =
  /^\s*(?:\{ ?provide: ?[\w.'"]+, ?use(?:Class|Existing|Factory): ?(\w+)\b.*\}|(\w*[a-z](?:Module|Service|Guard|Interceptor|Filter|Pipe|Middleware|Plugin|Controller|Worker|Job|Consumer|Listener|Subscriber|Resolver|Gateway))(?:\.\w+\(.*\))?),?\s*$/;

/** Elements around a program that keep intruders out, or catch what goes wrong. */
export const wrappingElement =
  /^\s*<(\w*(?:Provider|Boundary|Guard|Gate)|RequireAuth|RequireRole|ProtectedRoute|PrivateRoute|AuthRoute)\b[^<]*>\s*$/;

/** A condition that turns somebody away. */
export const refusal =
  /\b40[13]\b|unauthori[sz]ed|forbidden|not allowed|access denied|permission|csrf|invalid (?:token|signature)/i;
