import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSql } from '../../../server/src/languages/sql.ts';

const statementsOf = (text: string) =>
  readSql(text).statements.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));

const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'cuts at semicolons': ['SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
  'needs none at the end': ['SELECT 1;\nSELECT 2\n', ['SELECT 1', 'SELECT 2']],
  'passes over comments': ['-- a; b\nSELECT 1 /* c; */ + 2; /* d */', ['SELECT 1 /* c; */ + 2']],
  'lets comments nest, as Postgres does': ['/* a /* b; */ c; */ SELECT 1;', ['SELECT 1']],
  'does not let them nest where the rest would be lost': ['/* a /* b */ SELECT 1;', ['SELECT 1']],
  "knows MySQL's comment": ['# a; b\nSELECT 1;', ['SELECT 1']],
  'takes #> for an operator': ["SELECT a\n#> '{b}'; SELECT 2", ["SELECT a #> '{b}'", 'SELECT 2']],
  'keeps texts whole': ["INSERT INTO a VALUES ('b; ''c'';');", ["INSERT INTO a VALUES ('b; ''c'';')"]],
  'leaves a backslash alone in Postgres': ["SELECT '\\'; SELECT 2;", ["SELECT '\\'", 'SELECT 2']],
  'lets it escape in E texts': ["SELECT E'\\'; b'; SELECT 2;", ["SELECT E'\\'; b'", 'SELECT 2']],
  'lets it escape in MySQL': [
    "SELECT `a` = 'it\\'s; b'; SELECT 2;",
    ["SELECT `a` = 'it\\'s; b'", 'SELECT 2'],
  ],
  'keeps quoted names whole': [
    'SELECT "a;""b", `c;d`, [e f] FROM x;',
    ['SELECT "a;""b", `c;d`, [e f] FROM x'],
  ],
  'takes array brackets for brackets': [
    "SELECT a[1], ARRAY['b;']; SELECT 2",
    ["SELECT a[1], ARRAY['b;']", 'SELECT 2'],
  ],
  'keeps dollar quotes whole': [
    'DO $$ BEGIN CREATE TABLE a (); END $$; SELECT 2;',
    ['DO $$ BEGIN CREATE TABLE a (); END $$', 'SELECT 2'],
  ],
  'tells their tags apart': [
    'CREATE FUNCTION f() AS $body$ SELECT $$;$$; $body$ LANGUAGE sql; SELECT $1;',
    ['CREATE FUNCTION f() AS $body$ SELECT $$;$$; $body$ LANGUAGE sql', 'SELECT $1'],
  ],
  'goes on behind a dollar quote without end': ['SELECT $a$; SELECT 2;', ['SELECT $a$', 'SELECT 2']],
  "keeps SQLite's triggers whole": [
    'CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END; SELECT 1;',
    [
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END',
      'SELECT 1',
    ],
  ],
  'closes IF inside a body': [
    'CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; SELECT 2; END; SELECT 3;',
    ['CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; SELECT 2; END', 'SELECT 3'],
  ],
  'takes BEGIN for a transaction elsewhere': [
    'BEGIN; CREATE TABLE a (b int); COMMIT;',
    ['BEGIN', 'CREATE TABLE a (b int)', 'COMMIT'],
  ],
  "follows MySQL's DELIMITER": [
    'DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\nDELIMITER ;\nSELECT 2;',
    ['CREATE PROCEDURE p() BEGIN SELECT 1; END', 'SELECT 2'],
  ],
  'cuts at GO on a line of its own': ['SELECT go\nGO\nSELECT 2\n', ['SELECT go', 'SELECT 2']],
  'passes over the data of a dump': [
    "COPY a (b) FROM stdin;\nit's; data\n\\.\n\\connect x\nSELECT 1;",
    ['COPY a (b) FROM stdin', 'SELECT 1'],
  ],
  'ends an open text with the file': ["SELECT 1; SELECT 'a", ['SELECT 1', "SELECT 'a"]],
};

describe('reading SQL', () => {
  for (const [name, [text, expected]] of Object.entries(cases))
    it(name, () => assert.deepEqual(statementsOf(text), expected));

  it('gives words in lower case and names without their quotes', () => {
    const [statement] = readSql('CREATE TABLE "My""Table" (`a` INT, [b c] TEXT)').statements;
    assert.deepEqual(
      statement?.tokens.map(({ kind, value }) => `${kind} ${value}`),
      [
        'word create',
        'word table',
        'quoted My"Table',
        'punctuation (',
        'quoted a',
        'word int',
        'punctuation ,',
        'quoted b c',
        'word text',
        'punctuation )',
      ],
    );
  });

  it('goes on right behind a dollar quote', () => {
    const [statement] = readSql('SELECT $$a;$$, $$b$$').statements;
    assert.deepEqual(
      statement?.tokens.map(({ value }) => value),
      ['select', '$$a;$$', ',', '$$b$$'],
    );
  });

  it('never throws, and gives places that go forward inside the text', () => {
    const part = fc.constantFrom(
      ...[
        "'",
        '"',
        '`',
        '$$',
        '$a$',
        '/*',
        '*/',
        '--',
        '\n',
        ';',
        'CREATE TRIGGER t BEGIN ',
        'END',
        'GO',
        '\\',
        '#',
        '[',
      ],
      'DELIMITER //\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end, tokens } of readSql(text).statements) {
          assert.ok(at <= start && start < end && end <= text.length);
          assert.ok(tokens.length > 0 && tokens.every((each) => start <= each.start && each.end <= end));
          at = end;
        }
      }),
    );
  });
});
