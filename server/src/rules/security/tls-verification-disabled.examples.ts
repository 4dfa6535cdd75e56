import type { Example, RuleExamples } from '../example.ts';

const file = 'src/client.ts';
const title = 'Check certificates again';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'wherever nobody sets it',
      file: 'src/server.ts',
      code: "if (!process.env.NODE_TLS_REJECT_UNAUTHORIZED) ⟦process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'⟧;\n",
    },
    {
      name: 'an agent for HTTPS',
      file,
      code: "import https from 'node:https';\n\nconst agent = new https.Agent({ ⟦rejectUnauthorized: false⟧, keepAlive: true });\n",
    },
    {
      name: 'the variable that holds for the whole process',
      file: 'src/index.js',
      code: "⟦process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'⟧;\nrequire('./server');\n",
    },
    {
      name: 'a database, in production of all places',
      file: 'src/db.ts',
      code: "export const pool = new Pool({\n  connectionString: process.env.DATABASE_URL,\n  ssl: process.env.NODE_ENV === 'production' ? { ⟦rejectUnauthorized: false⟧ } : false,\n});\n",
    },
    {
      name: 'a condition the wrong way round',
      file,
      code: "const agent = new Agent({ connect: { ⟦rejectUnauthorized: process.env.NODE_ENV !== 'production'⟧ } });\n",
    },
    {
      name: 'a constant one line above',
      file,
      code: 'const verify = false;\nconst socket = tls.connect(443, host, { ⟦rejectUnauthorized: verify⟧ });\n',
    },
    {
      name: 'a check of the name that says yes',
      file,
      code: 'https.request({ host, ⟦checkServerIdentity: () => undefined⟧ }, done);\n',
    },
    {
      name: 'MongoDB, request and SQL Server',
      file,
      code: 'new MongoClient(uri, { ⟦tlsAllowInvalidCertificates: true⟧ });\nrequest({ url, ⟦strictSSL: false⟧ }, done);\nsql.connect({ server: process.env.DB, options: { encrypt: true, ⟦trustServerCertificate: true⟧ } });\n',
    },
    {
      name: 'an assignment to the global agent',
      file,
      code: '⟦https.globalAgent.options.rejectUnauthorized = false⟧;\n',
    },
    {
      name: "Electron's handler that waves everything through",
      file: 'src/main.js',
      code: "app.on(⟦'certificate-error'⟧, (event, contents, url, error, certificate, callback) => {\n  event.preventDefault();\n  callback(true);\n});\n",
    },
    {
      name: 'a start script',
      file: 'package.json',
      code: '{\n  "scripts": { "start": "⟦NODE_TLS_REJECT_UNAUTHORIZED=0⟧ node server.js" }\n}\n',
    },
    {
      name: 'an image',
      file: 'Dockerfile',
      code: 'FROM node:22\nENV ⟦NODE_TLS_REJECT_UNAUTHORIZED=0⟧\nRUN ⟦curl⟧ -fsSLk https://get.tool.dev/install.sh | sh\nUSER node\nCMD ["node", "server.js"]\n',
    },
    {
      name: 'an environment',
      file: '.env.production',
      code: 'PORT=3000\n⟦NODE_TLS_REJECT_UNAUTHORIZED=0⟧\n',
    },
    {
      name: 'a deployment',
      file: 'k8s/deployment.yaml',
      code: 'spec:\n  containers:\n    - name: api\n      env:\n        - name: NODE_TLS_REJECT_UNAUTHORIZED\n          value: ⟦"0"⟧\n',
    },
    { name: 'npm', file: '.npmrc', code: 'registry=https://npm.tool.dev/\n⟦strict-ssl=false⟧\n' },
  ],
  ok: [
    {
      name: 'what puts load on a server on this machine',
      file: 'performance/load.js',
      code: "import http from 'k6/http';\n\nexport const options = { insecureSkipTLSVerify: true };\nexport default () => http.get('https://localhost:5000/');\n",
    },
    {
      name: 'a look at when a certificate ends',
      file: 'src/certificates.ts',
      code: 'const socket = tls.connect({ host, port: 443, servername: host, rejectUnauthorized: false }, () => {\n  const { valid_to } = socket.getPeerCertificate();\n  report(host, new Date(valid_to));\n  socket.end();\n});\n',
    },
    silent('a check that is on', 'const agent = new https.Agent({ rejectUnauthorized: true, ca });\n'),
    silent(
      'only outside production',
      "const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' });\nif (process.env.NODE_ENV !== 'production') {\n  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\n}\n",
    ),
    silent(
      'a developer database',
      'const ssl = isDev ? { rejectUnauthorized: false } : { rejectUnauthorized: true };\n',
    ),
    silent('a setting', 'const agent = new https.Agent({ rejectUnauthorized: config.tls.verify });\n'),
    silent(
      'a server that does not ask for certificates, and one that looks at them itself',
      'https.createServer({ key, cert, rejectUnauthorized: false }, app);\nhttps.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (req, res) => {\n  if (!req.socket.authorized) res.end();\n});\n',
    ),
    silent(
      'its own machine',
      "https.get({ host: 'localhost', port: 8443, rejectUnauthorized: false }, done);\n",
    ),
    silent('a check of its own', 'tls.connect({ checkServerIdentity: (host, cert) => pinned(cert) });\n'),
    silent(
      'a comment and a text',
      "// never set rejectUnauthorized: false\nconsole.warn('NODE_TLS_REJECT_UNAUTHORIZED=0 is dangerous');\n",
    ),
    silent(
      'a warning about the variable',
      "if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') throw new Error('not like this');\n",
    ),
    silent(
      'a test',
      'const agent = new https.Agent({ rejectUnauthorized: false });\n',
      'test/client.test.ts',
    ),
    silent('a cookie and a mail server that are not secure', 'res.cookie(name, id, { secure: false });\n'),
    silent(
      'a development script',
      '{\n  "scripts": { "dev": "NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js" }\n}\n',
      'package.json',
    ),
    silent('a developer environment', 'NODE_TLS_REJECT_UNAUTHORIZED=0\n', '.env.development'),
    silent(
      'a health check of its own machine',
      'FROM node:22\nUSER node\nHEALTHCHECK CMD curl -fk https://localhost:8443/health\nCMD ["node", "server.js"]\n',
      'Dockerfile',
    ),
    silent('a commented line', '# NODE_TLS_REJECT_UNAUTHORIZED=0\nPORT=3000\n', '.env'),
  ],
  fixed: [
    {
      name: 'an option is turned round',
      file,
      title,
      code: 'const agent = new https.Agent({ rejectUnauthorized: false, keepAlive: true });\n',
      after: { [file]: 'const agent = new https.Agent({ rejectUnauthorized: true, keepAlive: true });\n' },
    },
    {
      name: 'a statement goes',
      file,
      title,
      code: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\nstart();\n",
      after: { [file]: 'start();\n' },
    },
    {
      name: 'a function that says yes goes',
      file,
      title,
      code: 'https.request({ host, checkServerIdentity: () => undefined }, done);\n',
      after: { [file]: 'https.request({ host }, done);\n' },
    },
    {
      name: 'a variable in front of a command goes',
      file: 'package.json',
      title,
      code: '{\n  "scripts": { "start": "NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js" }\n}\n',
      after: { 'package.json': '{\n  "scripts": { "start": "node server.js" }\n}\n' },
    },
    {
      name: 'a line goes',
      file: '.env',
      title,
      code: 'PORT=3000\nNODE_TLS_REJECT_UNAUTHORIZED=0\n',
      after: { '.env': 'PORT=3000\n' },
    },
  ],
};
