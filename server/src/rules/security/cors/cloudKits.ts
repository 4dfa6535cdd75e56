import type * as tsMorph from 'ts-morph';
import { textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { CorsPlace } from './corsPlace.ts';
import { openOrigin } from './origin.ts';

const kits = /['"](?:@?aws-cdk[/\w-]{0,60}|@pulumi\/[\w-]{1,40}|sst(?:\/[\w-]{1,40})?|cdktf)['"]/;

/** `allowOrigins: Cors.ALL_ORIGINS` where code describes what a cloud should run. */
export function placeInCloudKit(property: tsMorph.ts.PropertyAssignment): CorsPlace | undefined {
  if (!/^allow(?:ed)?Origins$/.test(textOfName(property.name) ?? '')) return undefined;
  if (!kits.test(property.getSourceFile().text)) return undefined;
  const isAll = /\bCors\.ALL_ORIGINS$/.test(property.initializer.getText());
  if (!isAll && openOrigin(property.initializer)?.kind !== '*') return undefined;
  const siblings = property.parent.properties.filter(ts.isPropertyAssignment);
  const named = (name: RegExp): ScriptNode | undefined =>
    siblings.find((each) => name.test(textOfName(each.name) ?? ''))?.initializer;
  // A bucket that may only be read.
  const methods = named(/^allow(?:ed)?Methods$/)?.getText();
  if (methods && !/PUT|POST|DELETE|PATCH|ALL|\*/i.test(methods)) return undefined;
  const credentials = named(/^allowCredentials$/)?.kind === ts.SyntaxKind.TrueKeyword;
  return { node: property, kind: '*', credentials };
}
