import type * as tsMorph from 'ts-morph';
import { textOfName } from '../../../analysis/namedValue.ts';
import type { HtmlFile, HtmlTag } from '../../../languages/html.ts';
import { ts } from '../../../languages/script.ts';
import { type Plaintext, plaintextIn } from './plaintext.ts';

/** An attribute of a page that loads what runs in it, or sends what was typed into it. Offsets count from 0. */
export interface PlainAttribute {
  readonly plain: Plaintext;
  readonly does: 'loads' | 'sends';
  readonly start: number;
  readonly end: number;
}

const loads: Readonly<Record<string, string>> = {
  script: 'src',
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  object: 'data',
  link: 'href',
  base: 'href',
};
const sends: Readonly<Record<string, string>> = { form: 'action', button: 'formaction', input: 'formaction' };
/** What of a `link` changes the page; an icon or a feed does not. */
const changing = /\b(?:stylesheet|preload|modulepreload|import|manifest)\b/i;

/** What a tag does with the address in one of its attributes; undefined for links and pictures. */
function deedOf(tag: string, attribute: string, rel: string): PlainAttribute['does'] | undefined {
  if (Object.hasOwn(sends, tag) && sends[tag] === attribute) return 'sends';
  if (!Object.hasOwn(loads, tag) || loads[tag] !== attribute) return undefined;
  return tag === 'link' && !changing.test(rel) ? undefined : 'loads';
}

export function plainAttributesIn({ tags }: HtmlFile): readonly PlainAttribute[] {
  return tags.flatMap((tag) =>
    tag.attributes.flatMap(({ name, value, start, end }) => {
      if (!/^\s*http:\/\//i.test(value)) return [];
      const does = deedOf(tag.name, name, attributeOf(tag, 'rel'));
      const plain = does && plaintextIn(value.trim());
      return does && plain ? [{ plain, does, start, end }] : [];
    }),
  );
}

const attributeOf = ({ attributes }: HtmlTag, name: string): string =>
  attributes.find((each) => each.name === name)?.value ?? '';

/** The same in JSX. */
export function plainJsxAttribute(attribute: tsMorph.ts.JsxAttribute): PlainAttribute | undefined {
  const { initializer, name, parent } = attribute;
  if (!initializer || !ts.isStringLiteral(initializer) || !/^\s*http:\/\//i.test(initializer.text))
    return undefined;
  const rel = parent.properties.find((each) => each.name && textOfName(each.name) === 'rel')?.getText() ?? '';
  const does = deedOf(parent.parent.tagName.getText(), name.getText().toLowerCase(), rel);
  const plain = does && plaintextIn(initializer.text.trim());
  return does && plain ? { plain, does, start: attribute.getStart(), end: attribute.end } : undefined;
}
