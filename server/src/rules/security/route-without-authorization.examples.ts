import type { RuleExamples } from '../example.ts';

const router = (...lines: readonly string[]): string =>
  `${["const router = require('express').Router();", ...lines, 'module.exports = router;'].join('\n')}\n`;
const example = (name: string, ...lines: readonly string[]) => ({
  name,
  file: 'src/notes.js',
  code: router(...lines),
});

export const examples: RuleExamples = {
  bad: [
    example(
      'a record that anybody signed in can delete',
      "router.⟦delete('/notes/:id'⟧, requireAuth, async (req, res) => {",
      '  await notes.remove(req.params.id);',
      '  res.sendStatus(204);',
      '});',
    ),
    example(
      'a check for all routes',
      'router.use(authenticate);',
      "router.⟦put('/notes/:id'⟧, async (req, res) => {",
      '  res.json(await notes.update({ where: { id: req.params.id }, data: req.body.note }));',
      '});',
    ),
    example(
      'a change of a part',
      "router.⟦patch('/users/:id'⟧, isAuthenticated, async (req, res) => res.json(await users.patch(req.params.id)));",
    ),
  ],
  ok: [
    example(
      'a handler that compares the owner',
      "router.delete('/notes/:id', requireAuth, async (req, res) => {",
      '  await notes.remove({ id: req.params.id, owner: req.user.id });',
      '  res.sendStatus(204);',
      '});',
    ),
    example(
      'a role',
      "router.delete('/notes/:id', requireAuth, requireRole('admin'), (req, res) => remove(req.params.id));",
    ),
    example(
      'a check of the owner in front',
      "router.delete('/notes/:id', requireAuth, isOwner, (req, res) => remove(req.params.id));",
    ),
    example('nobody asked at all', "router.delete('/notes/:id', (req, res) => remove(req.params.id));"),
    example('one that all share', "router.put('/settings', requireAuth, (req, res) => save(req.body));"),
    example(
      'a handler that is not here to be read',
      "const { remove } = require('./remove');",
      "router.delete('/notes/:id', requireAuth, remove);",
    ),
  ],
  fixed: [],
};
