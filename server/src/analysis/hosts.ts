/** Names that never leave a machine or a private network, and names that stand for one still to be filled in. */
const localNames =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|svc|test|example|invalid|arpa)$|\.svc\.|^(?:www\.)?example\.(?:com|org|net|edu|io|dev)$/;
const placeholders =
  /[<>{}$%*[\]()|\s\0]|(?:^|[.-])your(?:[.-]|domain|company|site|app|api|server|host)|(?:^|\.)(?:domain|mydomain|hostname|host|server|foo|bar|baz|xxx|placeholder|changeme)\.(?:com|org|net|io|dev|tld)$/;
/** Addresses of this machine and of private networks; metadata services of clouds are link-local. */
const privateV4 =
  /^(?:0|10|127)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^192\.0\.2\.|^198\.51\.100\.|^203\.0\.113\.|^255\./;

/** A URL taken apart as far as it is needed to judge where it leads. */
export interface ReadUrl {
  readonly scheme: string;
  /** In lower case, without port; `\0` stands for what is computed. */
  readonly host: string;
  readonly port: string | undefined;
  readonly rest: string;
}

/** Reads a text that begins as a URL with a host. */
export function readUrl(text: string): ReadUrl | undefined {
  const head = /^\s{0,4}([a-z][a-z\d+.-]{1,20}):\/\//i.exec(text);
  if (!head?.[1]) return undefined;
  const after = text.slice(head[0].length);
  const end = /[/?#\s'"`\\,;]/.exec(after)?.index ?? after.length;
  const authority = after.slice(after.lastIndexOf('@', end) < end ? after.lastIndexOf('@', end) + 1 : 0, end);
  const host = /^(\[[\da-f:.]{0,60}\]|[^:]{0,300})(?::(\d{1,6}))?/i.exec(authority);
  return {
    scheme: head[1].toLowerCase(),
    host: (host?.[1] ?? '').toLowerCase(),
    port: host?.[2],
    rest: after.slice(end),
  };
}

/** Whether a host is on the public network, as far as its name tells: not private, not made up, not computed. */
export function isPublicHost(host: string): boolean {
  if (host === '' || placeholders.test(host)) return false;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return !privateV4.test(host);
  // A name without dots is one of a container's network, or of this machine.
  return (
    host.includes('.') && !localNames.test(host) && /^[a-z\d.-]{1,300}$/.test(host) && /[a-z]/.test(host)
  );
}
