/** HTML as rules see it: tags with the places of their attributes, and programs where they stand. */
import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/languages/html.ts';

describe('HTML', () => {
  it('gives every attribute its value as browsers read it, and its place', () => {
    const text = '<p>é\r\n\r\n<FORM Action="/a?b=1&amp;c=2"\r\n  method=post novalidate>';
    const { tags } = readHtml(text);
    const form = tags.at(-1);
    assert.equal(form?.name, 'form');
    const shown = form.attributes.map(({ name, value, start, end }) => [name, value, text.slice(start, end)]);
    assert.deepEqual(shown, [
      ['action', '/a?b=1&c=2', 'Action="/a?b=1&amp;c=2"'],
      ['method', 'post', 'method=post'],
      ['novalidate', '', 'novalidate'],
    ]);
    assert.equal(text.slice(form.start, form.end), text.slice(text.indexOf('<FORM')));
  });

  it('sees no tags in comments, programs, styles and texts that are typed into', () => {
    const inner = '<b></b>';
    const text = `<!-- ${inner} --><script>"${inner}"</script><style>${inner}</style><textarea>${inner}</textarea><title>${inner}</title><i>`;
    const names = readHtml(text).tags.map(({ name }) => name);
    assert.deepEqual(names, ['script', 'style', 'textarea', 'title', 'i']);
  });

  it('leaves programs where they stand, and nothing else', () => {
    const text = '<p>\r\n<script>a()</script> x\n<script type="module">b("</p>")</script>';
    const { program = '', isInProgram } = readHtml(text);
    assert.equal(program.length, text.length);
    assert.equal(program.replace(/ +/g, ' '), ' \r\n a(); \n b("</p>"); ');
    for (const call of ['a()', 'b(']) assert.equal(program.indexOf(call), text.indexOf(call));
    assert.equal(isInProgram(text.indexOf('a()')), true);
    assert.equal(isInProgram(text.indexOf(' x')), false);
  });

  it('has no program where scripts are loaded, empty, data or templates', () => {
    const others = ['src="/a.js"', 'type="application/json"', 'type="text/x-handlebars"', 'type="importmap"'];
    for (const each of others)
      assert.equal(readHtml(`<script ${each}>a()</script>`).program, undefined, each);
    assert.equal(readHtml('<script></script>').program, undefined);
    assert.notEqual(readHtml('<script type="text/javascript">a()</script>').program, undefined);
  });

  it('reads a program that nobody closed to the end', () => {
    assert.equal(readHtml('<script>a(').program, '        a(');
  });
});
