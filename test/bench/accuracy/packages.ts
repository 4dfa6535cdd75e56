import { ghost, type PublishedPackage } from '../sources.ts';

/** Servers and applications whose packages carry the sources that people wrote. */
export const packages: readonly PublishedPackage[] = [
  ghost,
  { name: 'apostrophe', version: '4.32.2' },
  { name: 'keystone', version: '4.2.1' },
  { name: 'strapi', version: '3.6.9' },
  { name: '@node-red/runtime', version: '5.0.7' },
  { name: '@node-red/nodes', version: '5.0.7' },
  { name: '@node-red/editor-api', version: '5.0.7' },
  { name: 'mongo-express', version: '1.0.2' },
  { name: 'haraka', version: '3.3.4' },
  { name: 'expo', version: '58.0.0' },
  { name: 'kutt', version: '3.0.2' },
  { name: 'uptime-kuma', version: '2.0.0-dev.0' },
  { name: 'sqlpad', version: '3.1.0' },
  { name: '@evershop/evershop', version: '2.2.1' },
  { name: '@budibase/server', version: '3.38.1' },
  { name: 'create-mern-app', version: '0.0.1' },
  { name: 'express-generator-typescript', version: '2.8.1' },
  { name: 'wildduck', version: '1.46.1' },
  { name: 'zone-mta', version: '3.10.3' },
  { name: 'ungit', version: '1.5.30' },
  { name: 'ep_etherpad-lite', version: '1.8.14' },
  { name: 'shout', version: '0.53.0' },
  { name: 'droppy', version: '10.0.0' },
  { name: 'pm2', version: '7.0.4' },
];
