import { defineRule, type Report } from '../rule.ts';
import { type SchemeEdit, secureScheme } from './transport/secureScheme.ts';
import { isSettingsFile } from './transport/settings.ts';
import { transportInMarkup, transportInScript, transportInSettings } from './transport/visitors.ts';

export const insecureTransport = defineRule<SchemeEdit>({
  id: 'insecure-transport',
  title: 'Sent without encryption',
  priority: 'P2',
  category: 'security',
  confidence: 'medium',
  cwe: [319],
  owasp: 'A02:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'html', 'json', 'yaml', 'env'],
  keywords: [
    ...[
      'http://',
      'ftp://',
      'redis://',
      'amqp://',
      'mqtt://',
      'ldap://',
      'mongodb://',
      'sslmode=disable',
      'ssl=false',
    ],
    ...[
      'sslenabled',
      'ignoretls',
      'createinsecure',
      'usessl',
      'usetls',
      'secure: false',
      'http:',
      "'http'",
      '"http"',
    ],
    ...['ssl: false', 'tls: false', 'http.request', 'http.get'],
  ],
  why: 'Everybody on the way, from the Wi-Fi of a café to the provider, can read what is sent, passwords and tokens included, and put something else in its place.',
  verification: [
    'The rule finds nothing: addresses outside the own network use `https://` or the encrypted form of their protocol.',
    'A capture of the traffic shows no readable request.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:insecure|unencrypted|plain-?text|clear-?text) (?:transport|HTTP|traffic|connections?|communication|transmission)\b|\bhttp:\/\/|\bHTTPS (?:is )?(?:not|missing)\b|\b(?:no|missing|without|enforce) (?:HTTPS|SSL\/TLS|TLS|SSL)\b/i,
  check(file, report) {
    const told = new Set<number>();
    const tell = (place: Report<SchemeEdit>) => {
      if (told.has(place.start)) return;
      told.add(place.start);
      report(place);
    };
    if (file.language === 'script')
      return file.fileClass === 'production' ? transportInScript(file, tell) : {};
    if (file.language === 'html') return file.fileClass === 'production' ? transportInMarkup(file, tell) : {};
    return isSettingsFile(file) ? transportInSettings(file, tell) : {};
  },
  fixes: [secureScheme('Use the encrypted protocol')],
});
