import type { RuleExamples } from '../example.ts';

const router = (...lines: readonly string[]): string =>
  `${["const router = require('express').Router();", 'router.use(requireAdmin);', ...lines, 'module.exports = router;'].join('\n')}\n`;
const example = (name: string, ...lines: readonly string[]) => ({
  name,
  file: 'src/admin.js',
  code: router(...lines),
});

export const examples: RuleExamples = {
  bad: [
    example(
      'an account that an administrator deletes',
      "router.⟦delete('/admin/users/:id'⟧, (req, res) => remove(req.params.id));",
    ),
    example(
      'a change of roles',
      "router.⟦put('/users/:id/role'⟧, (req, res) => setRole(req.params.id, req.body.role));",
    ),
    example(
      'money that goes back',
      "router.⟦post('/refunds'⟧, async (req, res) => res.json(await refund(req.body.payment)));",
    ),
  ],
  ok: [
    example(
      'an entry that the handler writes',
      "router.delete('/admin/users/:id', (req, res) => {",
      "  auditLog.write('user.removed', req.user.id);",
      '  remove(req.params.id);',
      '});',
    ),
    example(
      'a middleware that records',
      "router.delete('/admin/users/:id', recordActivity('user.removed'), (req, res) => remove(req.params.id));",
    ),
    example('a page that only shows', "router.get('/admin/users', (req, res) => res.json(list()));"),
    example('what is no administration', "router.post('/notes', (req, res) => res.json(add(req.body)));"),
    example(
      'a handler in another file',
      "const { remove } = require('./users');",
      "router.delete('/admin/users/:id', remove);",
    ),
  ],
  fixed: [],
};
