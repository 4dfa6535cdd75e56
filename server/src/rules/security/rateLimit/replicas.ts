import { textOfName } from '../../../analysis/namedValue.ts';
import type { Entry } from '../../../languages/entry.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Services that are not the server, by the names that they have in compose files and manifests. */
const others =
  /redis|postgres|mysql|maria|mongo|kafka|rabbit|nats|worker|nginx|proxy|traefik|elastic|cache|queue|cron|consumer|memcached|minio|(?:^|[-_/])db|prometheus|grafana|etcd|zookeeper/i;

/** Whether an entry of a compose file, a manifest of Kubernetes or a package says that several processes run. */
export function saysReplicas(file: string, { path, value }: Entry): boolean {
  const last = path.at(-1);
  if (last === 'replicas' || last === 'minReplicas' || last === 'replicaCount') {
    return (
      /^\d+$/.test(value) && Number(value) > 1 && !others.test(path.join('/')) && !others.test(nameOf(file))
    );
  }
  if (path[0] === 'scripts')
    return /\bpm2\b[^|;&]{0,200}\s(?:-i|--instances)[ =]?(?:max|0|-1|[2-9]|\d\d)/.test(value);
  return last === 'instances' && /(?:^|\/)(?:ecosystem|pm2)[^/]*$/.test(file) && isMany(value);
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

const isMany = (value: string): boolean => /^(?:max|0|-1|[2-9]|\d\d+)$/.test(value);

/** The same for `instances` in the configuration of pm2 as a script. */
export function saysInstances(node: ScriptNode): boolean {
  if (!ts.isPropertyAssignment(node) || textOfName(node.name) !== 'instances') return false;
  const value = node.initializer;
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return isMany(value.text);
  return ts.isPrefixUnaryExpression(value);
}

/** Whether a call starts further processes of the same program: `cluster.fork()`. */
export function forks(node: ScriptNode): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  return name.text === 'fork' && ts.isIdentifier(expression) && expression.text === 'cluster';
}
