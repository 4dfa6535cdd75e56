/** esbuild collects style sheets into one file; importing one gives nothing. */
declare module '*.css';
