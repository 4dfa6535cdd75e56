import { type PackageFacts, shipsToBrowser } from './packageFacts.ts';

const libraries =
  /(?:\bfrom\s|\brequire\(|\bimport\s)\s?['"](?:react(?:-dom|-native|-router(?:-dom)?)?|vue|vuex|pinia|vue-router|@angular\/[\w-]+|svelte|solid-js|preact(?:\/hooks)?|zustand|@reduxjs\/toolkit|react-redux|jquery|expo(?:-[\w-]+)?|@ionic\/[\w-]+)['"]/;
const globals =
  /\b(?:localStorage|sessionStorage|AsyncStorage|useState|useEffect|useContext)\b|\b(?:window|document|navigator)\.(?!env\b)\w/;
const serverSigns =
  /\b(?:req|request)\.(?:headers?|cookies|body|user|get)\b|\bres\.(?:status|json|send|cookie)\b|['"](?:express|fastify|koa|hono|next\/headers|next\/server|@nestjs\/[\w-]+|node:[\w/]+)['"]/;

/**
 * Whether a script runs in people's browsers or on their phones, told by what the file does where its package
 * does not say. What may run on both sides counts as the server's.
 */
export function runsInBrowser(path: string, text: string, facts: PackageFacts): boolean {
  if (shipsToBrowser(path, text, facts)) return true;
  if (serverSigns.test(text)) return false;
  return /\.[jt]sx$/.test(path) || libraries.test(text) || globals.test(text);
}
