/** Who may import whom, as docs/architecture.md says: text comes in at the bottom, people look out at the top. */
const layers = [
  ['model'],
  ['protocol'],
  ['languages'],
  ['configuration'],
  ['analysis'],
  ['rules'],
  ['engine'],
  ['document'],
  ['readiness'],
  ['worker'],
  ['lsp', 'cli'],
];
const pattern = (names) => `^server/src/(${names.join('|')})/`;

/** No layer imports one above it, nor `protocol`, which speaks to the outside and not to the layers between. */
const upwards = layers.flatMap((names, index) => {
  const above = layers.slice(index + 1).flat();
  if (above.length === 0) return [];
  return [
    {
      name: `${names.join('-and-')}-imports-no-layer-above`,
      severity: 'error',
      from: { path: pattern(names) },
      to: { path: pattern(above) },
    },
  ];
});

const pureLayers = [
  'model',
  'protocol',
  'languages',
  'configuration',
  'analysis',
  'rules',
  'document',
  'readiness',
];

export default {
  forbidden: [
    ...upwards,
    {
      name: 'lsp-imports-no-cli',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/cli/' },
    },
    {
      name: 'thinking-parts-touch-no-machine',
      comment: 'Disk, process and clock come through the ports of engine/ports.ts.',
      severity: 'error',
      from: { path: pattern(pureLayers) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-client-knows-the-editor',
      severity: 'error',
      from: { pathNot: '^client/' },
      to: { path: '^vscode$' },
    },
    {
      name: 'client-and-page-see-the-protocol-only',
      severity: 'error',
      from: { path: '^(client|media)/' },
      to: { path: '^server/', pathNot: '^server/src/(protocol|model)/' },
    },
    {
      name: 'server-imports-neither-client-nor-page',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|media|test|scripts)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
