import type { RuleExamples } from '../example.ts';

/** A server whose live code is given, with what every one needs around it. */
const server = (imports: string, code: string): string =>
  `import express from 'express';\n${imports}\nconst app = express();\n${code}\napp.listen(3000);\n`;

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a reason that is to pass',
      file: 'server.js',
      code: "const express = require('express');\nconst users = require('./users');\n\nconst app = express();\n// Temporarily off because it breaks the demo\n⟦// app.use('/users', users);⟧\napp.listen(3000);\n",
    },
    {
      name: 'a password that nobody looks at',
      file: 'src/login.js',
      code: "async function login(req, res) {\n  const user = await db.users.findOne({ email: req.body.email });\n  // const ok = await bcrypt.compare(req.body.password, user.password);\n  ⟦// if (!ok) return res.status(401).json({ error: 'Invalid credentials' });⟧\n  res.json({ token: sign(user) });\n}\n",
    },
    {
      name: 'a connection that is imported for nothing else, in any file',
      file: 'src/lib/boot.ts',
      code: "import { connectDatabase } from './database';\n\nexport async function boot() {\n  ⟦// await connectDatabase();⟧\n}\n",
    },
    {
      name: 'a service that is imported for nothing else',
      file: 'src/services/orders.js',
      code: "const queue = require('./queue');\n\nmodule.exports = async () => {\n  ⟦// queue.start();⟧\n};\n",
    },
    {
      name: 'what keeps intruders out, in any file',
      file: 'src/setup.ts',
      code: `app.use(express.json());
⟦// app.use(helmet());
// app.use(rateLimit({ windowMs: 60000, max: 100 }));⟧
app.use(router);
`,
    },
    {
      name: 'a middleware that is imported and not used',
      file: 'src/server.ts',
      code: server("import { requestLogger } from './logging';", '⟦// app.use(requestLogger);⟧'),
    },
    {
      name: 'a router whose import is commented out as well',
      file: 'src/server.ts',
      code: [
        'export class Server {',
        '  async mount() {',
        '    // Temporarily disabled until the import is fixed (TODO)',
        "    // const agentRouter = (await import('./routes/agent.js')).default;",
        "    ⟦// this.app.use('/api/v1/agent', agentRouter);⟧",
        '    this.app.listen(3000);',
        '  }',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a schedule that never starts',
      file: 'src/main.ts',
      code: "import { startScheduler } from './scheduler';\n\n// Start the jobs (nightly)\n⟦// await startScheduler({ every: '1h' });⟧\nrun();\n",
    },
    {
      name: 'several routes: one finding for the run',
      file: 'src/app.js',
      code: server(
        "const users = require('./users');\nconst teams = require('./teams');",
        "⟦// app.use('/users', users);\n// app.use('/teams', teams);⟧",
      ),
    },
    {
      name: 'a route that loads its own module',
      file: 'app.js',
      code: server('', "⟦// app.use('/payments', require('./routes/payments'))⟧"),
    },
    {
      name: 'a socket server in a block comment',
      file: 'src/index.ts',
      code: server(
        "import { WebSocketServer } from 'ws';",
        '⟦/*\nconst sockets = new WebSocketServer({ port: 3001 });\n*/⟧',
      ),
    },
    {
      name: 'a call over several lines',
      file: 'src/app.ts',
      code: server(
        "import { limiter } from './limits';",
        "⟦// app.use(\n//   '/api',\n//   limiter({ max: 100 }),\n// );⟧",
      ),
    },
    {
      name: 'a plugin away from the entry file',
      file: 'src/plugins/index.ts',
      code: "import { rateLimit } from './limits';\n\nexport function plugins(fastify: Fastify) {\n  ⟦// fastify.register(rateLimit);⟧\n}\n",
    },
    {
      name: 'mail that is no longer sent, by a service that the class is given',
      file: 'service.ts',
      code: `export class Signup {
  constructor(private readonly users: Users, private readonly emailService: EmailService) {}

  async signup(email: string) {
    const user = await this.users.create({ email });
    ⟦// await this.emailService.sendWelcome(user.email);⟧
    return user;
  }
}
`,
    },
    {
      name: 'a call whose result was looked at',
      file: 'src/sms.ts',
      code: `export class Notifier {
  constructor(private sms: SmsGateway) {}
  async notify(phone: string): Promise<boolean> {
    ⟦// const result = await this.sms.send(phone, 'On its way');⟧
    // return result.ok;
    return true;
  }
}
`,
    },
    {
      name: 'a call in a piece of a program: what it is given is there',
      file: 'register.js',
      code: `async function register(user) {
  await db.insert(user);
  ⟦// await notificationService.notify(user.id);⟧
}
`,
    },
    {
      name: 'a module that is left out of the list',
      file: 'app.module.ts',
      code: `import { BillingModule } from './billing.module';
import { UsersModule } from './users.module';

@Module({
  imports: [
    UsersModule,
    ⟦// BillingModule,⟧
  ],
})
export class AppModule {}
`,
    },
    {
      name: 'a guard in front of a handler',
      file: 'orders.controller.ts',
      code: `@Controller('orders')
export class OrdersController {
  ⟦// @UseGuards(JwtAuthGuard)⟧
  @Get()
  list() {
    return this.orders.all();
  }
}
`,
    },
    {
      name: 'a refusal',
      file: 'src/documents.ts',
      code: `export async function remove(req: Request, res: Response) {
  const document = await find(req.params.id);
  ⟦// if (document.owner !== req.user.id) return res.status(403).end();⟧
  await document.delete();
}
`,
    },
    {
      name: 'routes whose handlers are there',
      file: 'routes.js',
      code: `const controller = require('./controller');
router.get('/items', controller.list);
⟦// router.post('/items', requireAuth, controller.create);⟧
module.exports = router;
`,
    },
    {
      name: 'a provider around the whole program',
      file: 'src/App.tsx',
      code: `import { AuthProvider } from './auth';

export const App = () => (
  <Router>
    {⟦/* <AuthProvider> */⟧}
    <Pages />
    {/* </AuthProvider> */}
  </Router>
);
`,
    },
    {
      name: 'a job that is imported for its schedule only',
      file: 'cron.js',
      code: `const cron = require('node-cron');
const { backupDatabase } = require('./backup');
const { cleanup } = require('./sessions');
cron.schedule('0 * * * *', cleanup);
⟦// cron.schedule('0 3 * * *', backupDatabase);⟧
`,
    },
    {
      name: 'a worker of its own',
      file: 'worker.ts',
      code: `import { Worker } from 'bullmq';
import { processEmail } from './processors';

⟦/*
const emails = new Worker('email', processEmail);
*/⟧
export const reports = new Worker('reports', build);
`,
    },
    {
      name: 'a guard for all routes',
      file: 'bootstrap.ts',
      code: `import { RateLimitGuard } from './guards';

export function guard(app: Application) {
  ⟦// app.useGlobalGuards(new RateLimitGuard());⟧
}
`,
    },
  ],
  ok: [
    {
      name: 'the comment says what does not work with it',
      file: 'api.js',
      code: "const restify = require('restify');\n\nconst server = restify.createServer();\n\n// res.pipe does not work if Gzip is enabled\n//server.use(restify.plugins.gzipResponse());\n\nserver.get('/', home);\nserver.listen(3000);\n",
    },
    {
      name: 'the comment says why it is off',
      file: 'server.js',
      code: "const restify = require('restify');\n\nconst server = restify.createServer();\n// Disable GZIP as it does not work with stream.pipe(res)\n//server.use(restify.plugins.gzipResponse());\nserver.get('/', home);\nserver.listen(3000);\n",
    },
    {
      name: 'a decision that a comment before the code tells',
      file: 'server.js',
      code: "const restify = require('restify');\n\nconst server = restify.createServer();\n/* Conflicts with the proxy in front, which compresses. */\n// server.use(restify.plugins.gzipResponse());\nserver.get('/', home);\nserver.listen(3000);\n",
    },
    {
      name: 'another way to call the same service',
      file: 'src/mailer.ts',
      code: `export class Signup {
  constructor(private readonly emailService: EmailService) {}
  async signup(user: User) {
    // await this.emailService.send(user.email);
    await this.emailService.send(user.email, { retry: true });
    // const sent = await this.emailService.sendLater(user);
    const sent = await this.outbox.add(user);
    return sent;
  }
}
`,
    },
    {
      name: 'a step that the next line takes in another form',
      file: 'src/orders.ts',
      code: `export async function place(order: Order, paymentService: Payments) {
  // paymentService.charge(order)
  return settle(order);
}
`,
    },
    {
      name: 'a manual above a class',
      file: 'src/mailer.ts',
      code: `// const mailer = new Mailer(transport);
// await mailer.send('someone@example.com', 'Hello');
export class Mailer {
  constructor(private readonly transport: Transport) {}
}
`,
    },
    {
      name: 'a series of a chart that is not drawn',
      file: 'src/charts.ts',
      code: `import { BarChart, LineChart } from 'charts';
use([
  LineChart,
  // BarChart,
]);
`,
    },
    {
      name: 'a guard that another one took over from',
      file: 'src/orders.controller.ts',
      code: `export class OrdersController {
  // @UseGuards(BasicGuard)
  @UseGuards(JwtAuthGuard)
  list() {
    return this.orders.all();
  }
}
`,
    },
    {
      name: 'a refusal that is written anew',
      file: 'src/documents.ts',
      code: `export function remove(req: Request, res: Response) {
  // if (!req.user) return res.status(401).end();
  if (!req.user?.id) return res.status(401).json({ error: 'Sign in' });
  return res.end();
}
`,
    },
    {
      name: 'a route that is there with another handler',
      file: 'src/routes.ts',
      code: `import { controller, next } from './controllers';
// router.get('/items', controller.list);
router.get('/items', next.list);
router.get('/all', controller.all);
`,
    },
    {
      name: 'a line for whoever looks for a mistake',
      file: 'src/orders.ts',
      code: `export async function place(order: Order, logger: Logger, auditService: Audit) {
  // logger.log(order);
  // console.log(await auditService.read(order));
  return order;
}
`,
    },
    {
      name: 'an icon',
      file: 'src/Page.tsx',
      code: `import { Icon } from './icon';

export const Page = () => (
  <main>
    {/* <Icon name="star" /> */}
    <h1>Hello</h1>
  </main>
);
`,
    },
    {
      name: 'a call of what the file calls elsewhere, away from the entry file',
      file: 'src/jobs.ts',
      code: "import { scheduler } from './scheduler';\n\nexport function restart() {\n  // scheduler.start();\n  scheduler.restart();\n}\n",
    },
    {
      name: 'a step of a function that the file itself has',
      file: 'src/report.ts',
      code: 'function startTimer() {}\n\nexport function report() {\n  // startTimer();\n  return 1;\n}\n',
    },
    {
      name: 'another way to set up what runs',
      file: 'src/setup.ts',
      code: `app.use(helmet());
// app.use(helmet({ contentSecurityPolicy: false }));
`,
    },
    {
      name: 'a service that runs',
      file: 'src/server.ts',
      code: server("import { requestLogger } from './logging';", 'app.use(requestLogger);'),
    },
    {
      name: 'an earlier form of a line that is still there',
      file: 'src/server.ts',
      code: server(
        "import cors from 'cors';",
        "// app.use(cors());\napp.use(cors({ origin: 'https://shop.example.com' }));",
      ),
    },
    {
      name: 'a documentation comment',
      file: 'src/server.ts',
      code: "import { serveStatic } from './static';\n\n/**\n * app.use('/assets/*', serveStatic({ root: './' }));\n */\nexport { serveStatic };\n",
    },
    {
      name: 'an example in an ordinary comment',
      file: 'src/server.ts',
      code: server("import { limiter } from './limits';", '// Example:\n// app.use(limiter());'),
    },
    {
      name: 'an offer to those who want it',
      file: 'src/server.ts',
      code: server(
        "import { compress } from './compress';",
        '// Uncomment to compress answers\n// app.use(compress());',
      ),
    },
    {
      name: 'a manual in a middleware’s own file',
      file: 'src/middleware/requestLogger.js',
      code: "const requestLogger = (req, res, next) => next();\nmodule.exports = requestLogger;\n\n// In app.js:\n// const requestLogger = require('./middleware/requestLogger');\n// app.use(requestLogger);\n",
    },
    {
      name: 'a whole earlier version of the file',
      file: 'src/server.js',
      code: "// const web = require('koa')();\n// const users = require('./users');\n// web.use(users);\n// web.listen(3000);\nrequire('./start')();\n",
    },
    {
      name: 'a server that listens in another way',
      file: 'src/server.ts',
      code: server('const http = createServer(app);', '// app.listen(3000);\nhttp.listen(4000);'),
    },
    {
      name: 'a router that does not exist yet',
      file: 'src/server.ts',
      code: server('', "// app.use('/api/authors', authorRouter);"),
    },
    {
      name: 'a sentence that speaks of starting',
      file: 'src/main.ts',
      code: "import { startScheduler } from './scheduler';\n\n// We call startScheduler() later (see below).\n// startScheduler(pool) loops once a minute.\nsetTimeout(startScheduler, 1000);\n",
    },
    {
      name: 'a debugging aid',
      file: 'src/server.ts',
      code: server("import { requestLogger } from './logging';", '// app.use(requestLogger); // debug only'),
    },
    {
      name: 'something that is gone for good',
      file: 'src/server.ts',
      code: server("import { sessions } from './sessions';", '// Replaced by tokens\n// app.use(sessions);'),
    },
    {
      name: 'what looks like a comment in a string',
      file: 'src/server.ts',
      code: server(
        "import { limiter } from './limits';",
        'const help = `\n// app.use(limiter);\n`;\nshow(help);',
      ),
    },
    {
      name: 'a commented part of a commented function',
      file: 'src/server.ts',
      code: server(
        "import { limiter } from './limits';",
        '// function later() {\n//   app.use(limiter);\n// }',
      ),
    },
    {
      name: 'a test',
      file: 'test/server.test.ts',
      code: server("import { requestLogger } from './logging';", '// app.use(requestLogger);'),
    },
    {
      name: 'a small thing in a component',
      file: 'src/Clock.tsx',
      code: "import { startTicking } from './tick';\n\nexport function Clock() {\n  // startTicking();\n  return <time />;\n}\n",
    },
  ],
  fixed: [
    {
      name: 'indentation and the comment above stay',
      title: 'Uncomment',
      file: 'src/app.ts',
      code: "import { limiter } from './limits';\n\nexport function build(app: App) {\n  // Disabled\n  ⟦// app.use(\n  //   limiter({ max: 100 }),\n  // );⟧\n}\n",
      after: {
        'src/app.ts':
          "import { limiter } from './limits';\n\nexport function build(app: App) {\n  // Disabled\n  app.use(\n    limiter({ max: 100 }),\n  );\n}\n",
      },
    },
    {
      name: 'its import comes back with it',
      title: 'Uncomment',
      file: 'src/server.ts',
      code: "import express from 'express';\n// import { users } from './users';\n\nconst app = express();\n⟦//app.use('/users', users);⟧\napp.listen(3000);\n",
      after: {
        'src/server.ts':
          "import express from 'express';\nimport { users } from './users';\n\nconst app = express();\napp.use('/users', users);\napp.listen(3000);\n",
      },
    },
  ],
};
