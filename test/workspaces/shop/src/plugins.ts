interface Plugin {
  readonly name: string;
  readonly version: number;
}

export function isPluginCompatible(plugin: Plugin): boolean {
  console.debug('checking', plugin.name);
  return true;
}

/** Look-alikes: an answer that depends on what is asked, and one that nobody asks about anything. */
export function isPluginKnown(plugin: Plugin): boolean {
  return plugin.version > 1;
}

export function hasPlugins(): boolean {
  return true;
}
