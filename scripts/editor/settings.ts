/** User settings, as in settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that greets, asks, updates or looks something up; nothing that hides what is looked at. */
const quietDefaults: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The given settings over defaults that keep a fresh editor from talking. */
export function withQuietDefaults(settings: Settings = {}): Settings {
  return { ...quietDefaults, ...settings };
}
