import type { Example, RuleExamples } from '../example.ts';

const file = 'src/api.ts';
const title = 'Use the encrypted protocol';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a request',
      file,
      code: "const answer = await fetch(⟦'http://api.tool.dev/v1/users'⟧, { headers });\n",
    },
    {
      name: 'a base address',
      file,
      code: "const api = axios.create({ baseURL: ⟦'http://api.tool.dev'⟧ });\n",
    },
    {
      name: 'what the environment falls back to',
      file,
      code: "export const paymentUrl = process.env.PAYMENT_API ?? ⟦'http://payments.tool.dev'⟧;\n",
    },
    {
      name: 'an address in a variable, and one that is put together',
      file,
      code: "const url = ⟦'http://geo.tool.dev/json'⟧;\nconst place = await axios.get(url);\nconst user = await got(⟦`http://api.tool.dev/users/${id}`⟧);\n",
    },
    {
      name: 'other protocols',
      file,
      code: "const queue = await amqp.connect(⟦'amqp://mq.tool.dev'⟧);\nconst cache = createClient({ url: ⟦'redis://cache.tool.dev:6379'⟧ });\nconst pool = new Pool({ connectionString: ⟦'postgres://db.tool.dev/app?sslmode=disable'⟧ });\n",
    },
    {
      name: 'options of clients',
      file,
      code: "const mail = nodemailer.createTransport({ host: 'smtp.tool.dev', port: 25, ⟦secure: false⟧ });\nconst pool = new Pool({ host: 'db.tool.dev', ⟦ssl: false⟧ });\nconst orders = new Orders('orders.tool.dev:50051', ⟦grpc.credentials.createInsecure()⟧);\n",
    },
    {
      name: 'a form, a frame and what a page is made of',
      file: 'web/index.html',
      code: '<link rel="stylesheet" ⟦href="http://cdn.tool.dev/site.css"⟧>\n<script ⟦src="http://cdn.tool.dev/app.js"⟧></script>\n<iframe ⟦src="http://pay.tool.dev/checkout"⟧></iframe>\n<form method="post" ⟦action="http://tool.dev/login"⟧>\n  <input type="password" name="password">\n</form>\n',
    },
    {
      name: 'a program in a page',
      file: 'web/index.html',
      code: "<p>Orders</p>\n<script>\n  fetch(⟦'http://api.tool.dev/orders'⟧).then(show);\n</script>\n<script>const = ;</script>\n",
    },
    {
      name: 'a form in JSX',
      file: 'src/Login.tsx',
      code: 'export const Login = () => <form ⟦action="http://auth.tool.dev/login"⟧ method="post" />;\n',
    },
    { name: 'an environment', file: '.env.production', code: 'API_URL=⟦http://api.tool.dev⟧\n' },
  ],
  ok: [
    silent(
      'links, pictures, icons and names of a page',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<link rel="icon" href="http://cdn.tool.dev/icon.png">\n<a href="http://tool.dev/manual">manual</a> <img src="http://cdn.tool.dev/a.png" alt="">\n<!-- <script src="http://cdn.tool.dev/app.js"></script> -->\n<textarea><form action="http://tool.dev/login"></form></textarea>\n',
      'web/index.html',
    ),
    silent(
      'a page whose parts come as it came, or encrypted',
      '<script src="//cdn.tool.dev/app.js"></script>\n<script src="https://cdn.tool.dev/app.js"></script>\n<form action="/login"></form>\n<script src="http://localhost:3000/app.js"></script>\n<script src="http://{{ host }}/app.js"></script>\n',
      'web/index.html',
    ),
    silent(
      'data and templates in a page',
      '<script type="application/json">{ "apiUrl": "http://api.tool.dev" }</script>\n<script type="text/x-template">fetch(\'http://api.tool.dev\')</script>\n',
      'web/index.html',
    ),
    silent(
      'a link in JSX',
      'export const Home = () => <a href="http://tool.dev">home</a>;\n',
      'src/Home.tsx',
    ),
    silent('an encrypted request', "const answer = await fetch('https://api.tool.dev/v1/users');\n"),
    silent(
      'machines of its own network',
      "const bases = [axios.create({ baseURL: 'http://localhost:3000' }), axios.create({ baseURL: 'http://api:8080' }), axios.create({ baseURL: 'http://10.1.2.3' })];\nawait fetch('http://169.254.169.254/latest/meta-data');\nawait fetch('http://orders.internal/list');\n",
    ),
    silent(
      'names that look like addresses',
      "const apiNamespace = 'http://www.w3.org/2000/svg';\nconst endpointSchema = 'http://schemas.xmlsoap.org/soap/envelope/';\nconst base = { $schema: 'http://json-schema.org/draft-04/schema#' };\n",
    ),
    silent(
      'a link',
      "const links = [{ name: 'Blog', href: 'http://blog.tool.dev', url: 'http://tool.dev' }];\n",
    ),
    silent(
      'a comparison',
      "if (apiUrl.startsWith('http://api.tool.dev')) apiUrl = apiUrl.replace('http://api.tool.dev', 'https://api.tool.dev');\n",
    ),
    silent('an address that is computed', 'const url = new URL(req.url, `http://${req.headers.host}`);\n'),
    silent(
      'outside production',
      "const apiUrl = process.env.NODE_ENV === 'production' ? 'https://api.tool.dev' : 'http://api-dev.tool.dev';\n",
    ),
    silent(
      'a comment, and an example domain',
      "// http://api.tool.dev\nconst apiUrl = 'http://example.com/api';\n",
    ),
    silent(
      'a mail server that switches to TLS',
      "nodemailer.createTransport({ host: 'smtp.tool.dev', port: 587, secure: false });\n",
    ),
    silent('a test', "await fetch('http://api.tool.dev');\n", 'test/api.test.ts'),
    silent('a server behind a proxy', 'http.createServer(app).listen(3000);\n'),
    silent(
      'a manifest',
      '{ "homepage": "http://tool.dev", "apiUrl": "http://api.tool.dev" }\n',
      'package.json',
    ),
  ],
  fixed: [
    {
      name: 'a form of a page',
      file: 'web/index.html',
      title,
      code: '<form action="http://tool.dev/login"></form>\n',
      after: { 'web/index.html': '<form action="https://tool.dev/login"></form>\n' },
    },
    {
      name: 'a request',
      file,
      title,
      code: "const answer = await fetch('http://api.tool.dev/v1/users');\n",
      after: { [file]: "const answer = await fetch('https://api.tool.dev/v1/users');\n" },
    },
    {
      name: 'an environment',
      file: '.env.production',
      title,
      code: 'API_URL=http://api.tool.dev\n',
      after: { '.env.production': 'API_URL=https://api.tool.dev\n' },
    },
  ],
};
