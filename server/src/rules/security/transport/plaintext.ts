import { isPublicHost, type ReadUrl, readUrl } from '../../../analysis/hosts.ts';

/** Protocols that send what they send as it is, and what takes their place. */
const protocols: Readonly<Record<string, { readonly name: string; readonly secure: string | undefined }>> = {
  http: { name: 'HTTP', secure: 'https' },
  ftp: { name: 'FTP', secure: undefined },
  redis: { name: 'Redis', secure: 'rediss' },
  amqp: { name: 'AMQP', secure: 'amqps' },
  mqtt: { name: 'MQTT', secure: 'mqtts' },
  ldap: { name: 'LDAP', secure: 'ldaps' },
  mongodb: { name: 'MongoDB', secure: undefined },
  postgres: { name: 'PostgreSQL', secure: undefined },
  postgresql: { name: 'PostgreSQL', secure: undefined },
};

/** An address that is spoken to without encryption. */
export interface Plaintext {
  readonly url: ReadUrl;
  readonly name: string;
  readonly secure: string | undefined;
}

/** Hosts and paths that are names: of XML's namespaces, vocabularies, schemas and licences. */
const namingHosts =
  /(?:^|\.)(?:w3\.org|xmlsoap\.org|json-schema\.org|purl\.org|ns\.adobe\.com|xmlns\.com|schema\.org|opengis\.net|oasis-open\.org|opensource\.org|spdx\.org|sun\.com|jcp\.org|sitemaps\.org|ogp\.me|openid\.net|hl7\.org|snomed\.info|loinc\.org|unitsofmeasure\.org|openxmlformats\.org|topografix\.com|loc\.gov|gnu\.org|mozilla\.org|inkscape\.org|sourceforge\.net|a9\.com|creativecommons\.org|apache\.org|springframework\.org|xml\.org|dublincore\.org|rdfs\.org|geojson\.org|itunes\.com|openarchives\.org|xmlpull\.org|android\.com|unicode\.org)$|^(?:schemas?|specs?|ns|xmlns|schemas-.{0,40})\./;
const namingPaths =
  /\/(?:schemas?|ns|xmlns|namespaces?|licen[cs]es?|vocab|ontology|dtd)(?:[/#.]|$)|\.(?:xsd|dtd|rdf|owl)\b/i;

/** Judges the text of an address; undefined where it is encrypted, private, or no address that is spoken to. */
export function plaintextIn(text: string): Plaintext | undefined {
  const url = readUrl(text);
  return url && judge(url);
}

export function judge(url: ReadUrl): Plaintext | undefined {
  const known = Object.hasOwn(protocols, url.scheme) ? protocols[url.scheme] : undefined;
  if (!known || !isPublicHost(url.host)) return undefined;
  if (url.scheme === 'http' && (namingHosts.test(url.host) || namingPaths.test(url.rest))) return undefined;
  if (url.scheme.startsWith('postgres') && !/[?&]sslmode=disable\b|[?&]ssl=false\b/i.test(url.rest))
    return undefined;
  if (url.scheme === 'mongodb' && /[?&](?:tls|ssl)=true\b/i.test(url.rest)) return undefined;
  // STARTTLS, or a broker's own port for TLS.
  if (url.scheme === 'ldap' && url.port !== undefined && url.port !== '389') return undefined;
  return { url, ...known };
}
