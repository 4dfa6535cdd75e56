/** What shows pages: templates, folders of files, HTML, texts that Express sends as HTML. */
const pages =
  /\.render(?:File|ToString|ToPipeableStream)?\(|\bsend_?[fF]ile\(|express\.static\(|['"](?:serve-static|koa-static|koa-send|koa-views|serve-index|sirv|@fastify\/static|@fastify\/view|fastify-static|@nestjs\/serve-static|swagger-ui-express|@hono\/node-server\/serve-static|hono\/[a-z-]{1,20}\/serve-static|next|vite|nuxt|ejs|pug|express-handlebars|graphiql|graphql-playground[a-z-]{0,40})['"]|serveStatic\(|use_?[sS]taticAssets|(?<![!=]=\s?)['"`]text\/html|application\/xhtml|\.html\b|\.html\(|<(?:!doctype|html|body|div|h1|p|a|script)\b|view engine/i;
/** `res.send('hello')`, `res.send(page)` */
const sentText = /\.send\(\s{0,40}(?:['"`]|\w{0,40}(?:html|page|markup|body|content)\b)/i;
const programs =
  /\bres(?:ponse)?(?:\.status\([^()]{1,60}\))?\.json\(|application\/json|\.json\(\s{0,40}[{[\w]|\brestify\.createServer\(/;
const restify = /['"]restify['"]/;

/** Whether a script shows something that a browser would frame or run. */
export const showsPages = (text: string): boolean =>
  pages.test(text) ||
  (!restify.test(text) && /\bapp\b|\bserver\b|[rR]outer\b/.test(text) && sentText.test(text));

/** Whether a script answers programs: with JSON, or as restify does. */
export const answersPrograms = (text: string): boolean => programs.test(text);

/** Whether a server is there to prove a domain for its certificate, and sends all else to the real one. */
export const isForCertificates = (text: string): boolean =>
  /acme-?_?(?:challenge|routes?|agent|server|http)|http-?01/i.test(text) &&
  !pages.test(text) &&
  !/\.json\(|\.use\(\s{0,40}['"`]\//.test(text);

/** Words without which a script answers nobody: asked first, since most have none of them. */
export const mayAnswer = (text: string): boolean =>
  ['res.', 'response.', 'reply.', 'ctx.', ' c.', 'app.', 'server.', 'outer.', 'Controller('].some((each) =>
    text.includes(each),
  );
