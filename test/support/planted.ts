/** What the sample's own README says is planted in it, as `rule file:line`, sorted. */
export function plantedIn(readme: string): string[] {
  const planted = readme.slice(readme.indexOf('## Planted'), readme.indexOf('## Look-alikes'));
  return [...planted.matchAll(/^\| `([^`]+:\d+)` \| `([^`]+)`/gm)]
    .map(([, place, rule]) => `${rule} ${place}`)
    .sort();
}
