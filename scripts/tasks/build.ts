/** `npm run build`: bundles everything into `dist/`. */
import '../build.ts';
