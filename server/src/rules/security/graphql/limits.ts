import type { PackageFacts } from '../../../analysis/packageFacts.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { type GraphqlServer, hasKey } from './servers.ts';

const limiting =
  /depth|complexity|cost|armor|limit|persisted|trustedDocuments|operationRegistry|allowlist|safelist|guard/i;
const packages =
  /^(?:graphql-depth-limit|@escape\.tech\/graphql-armor.{0,40}|graphql-query-complexity|graphql-validation-complexity|graphql-cost-analysis|@envelop\/(?:depth-limit|resource-limitations)|graphql-armor|graphql-query-cost)$/;

/** Whether a server limits what one query may ask for, or may do so in a way that can't be read here. */
export function mayLimit({ options, kind }: GraphqlServer, facts: PackageFacts): boolean {
  if (options.properties.some(ts.isSpreadAssignment)) return true;
  if (
    hasKey(
      options,
      /^(?:queryDepth|depthLimit|maxDepth|complexity|persistedQueryProvider|onlyPersisted|persistedOperations|customValidateFn)$/,
    )
  )
    return true;
  // Only what one query can't nest is known to be small.
  for (const key of ['validationRules', 'plugins']) {
    const value = propertyOf(options, key);
    if (value && mayLimitBy(value)) return true;
  }
  // In Nest a plugin is a class somewhere; what is installed is believed to be used.
  if (kind === 'nest' && [...facts.dependencies].some((each) => packages.test(each))) return true;
  return /depthLimit|graphql-depth-limit|graphql-query-complexity|createComplexity|costAnalysis|ApolloArmor|EnvelopArmor|maxDepth/.test(
    options.getSourceFile().text,
  );
}

function mayLimitBy(value: ScriptNode): boolean {
  const node = plain(value);
  if (!ts.isArrayLiteralExpression(node)) return true;
  return node.elements.some(
    (each) => ts.isSpreadElement(each) || limiting.test(each.getText().slice(0, 500)),
  );
}
