import type { Example, RuleExamples } from '../example.ts';

const file = 'src/webhooks.ts';
const title = 'Answer 401 where the signature is wrong';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a function of AWS',
      file: 'src/hooks.js',
      code: `module.exports.githubWebhookListener = ⟦async (event⟧) => {\n  const body = JSON.parse(event.body);\n  await deploy(body.ref);\n  return { statusCode: 200 };\n};\n`,
    },
    {
      name: 'a router that the file mounts',
      file: 'src/messages.js',
      code: `const router = express.Router();\nrouter.⟦post('/'⟧, async (req, res) => {\n  await handleMessage(req.body.entry[0]);\n  res.send('ok');\n});\napp.use('/webhook', router);\n`,
    },
    {
      name: 'Nest: the body alone is handed on',
      file,
      code: "@Controller('webhooks')\nexport class WebhooksController {\n  ⟦@Post('stripe')⟧\n  async handle(@Body() event: any) {\n    await this.billing.handle(event);\n    return { received: true };\n  }\n}\n",
    },
    {
      name: 'a page of Next that is known by its path alone',
      file: 'pages/api/webhook.ts',
      code: 'export default async function ⟦handler⟧(req, res) {\n  const { event, data } = req.body;\n  await prisma.order.update({ where: { id: data.id }, data: { status: event } });\n  res.status(200).end();\n}\n',
    },
    {
      name: 'Express',
      file,
      code: "app.⟦post('/webhooks/stripe'⟧, express.json(), async (req, res) => {\n  const event = req.body;\n  if (event.type === 'checkout.session.completed') await fulfil(event.data.object);\n  res.json({ received: true });\n});\n",
    },
    {
      name: 'a signature that is read, and not checked',
      file,
      code: "app.⟦post('/webhook/github'⟧, (req, res) => {\n  const signature = req.headers['x-hub-signature-256'];\n  if (!signature) console.warn('no signature');\n  deploy(req.body.repository.name);\n  res.sendStatus(204);\n});\n",
    },
    {
      name: 'a check whose failure is only logged',
      file,
      code: "app.⟦post('/webhook'⟧, (req, res) => {\n  if (!verifySignature(req.rawBody, req.headers['x-signature'])) {\n    logger.warn('bad signature');\n  }\n  handle(req.body);\n  res.end();\n});\n",
    },
    {
      name: 'a handler of Next',
      file: 'src/app/api/webhooks/clerk/route.ts',
      code: 'export async function ⟦POST⟧(request: Request) {\n  const event = await request.json();\n  await db.user.create({ data: { id: event.data.id } });\n  return new Response(null, { status: 204 });\n}\n',
    },
    {
      name: 'a controller of Nest',
      file: 'src/webhook.controller.ts',
      code: "@Controller('webhooks')\nexport class WebhookController {\n  ⟦@Post('paypal')⟧\n  async paypal(@Body() event: PaypalEvent) {\n    await this.orders.pay(event.resource.id);\n  }\n}\n",
    },
    {
      name: 'Hono',
      file,
      code: "app.⟦post('/hooks/shopify'⟧, async (c) => {\n  const order = await c.req.json();\n  await save(order);\n  return c.text('ok');\n});\n",
    },
    {
      name: 'a handler that is known by its name',
      file,
      code: 'export async function ⟦handleStripeWebhook⟧(req, res) {\n  await orders.update(req.body.data.object.id, { paid: true });\n  res.sendStatus(200);\n}\n',
    },
  ],
  ok: [
    {
      name: 'an event that was checked before',
      file: 'src/hooks.js',
      code: `exports.handleStripeWebhook = async (event) => {\n  if (event.type === 'invoice.paid') await markPaid(event.data.object.id);\n};\n`,
    },
    {
      name: 'a router that is mounted elsewhere as well as hooks',
      file: 'src/messages.js',
      code: `const router = express.Router();\nrouter.post('/', async (req, res) => res.json(await save(req.body.text)));\napp.use('/messages', router);\napp.use('/webhook', hooks);\n`,
    },
    {
      name: 'Nest: the request is handed on',
      file,
      code: "@Controller('webhooks')\nexport class WebhooksController {\n  @Post('stripe')\n  async handle(@Req() req: RawBodyRequest<Request>) {\n    await this.billing.handle(req);\n    return { received: true, size: req.body.length };\n  }\n}\n",
    },
    silent(
      'Stripe',
      "app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], secret);\n  handle(event);\n  res.json({ received: true });\n});\n",
    ),
    silent(
      'a digest of its own',
      "app.post('/webhook', (req, res) => {\n  const digest = crypto.createHmac('sha256', secret).update(req.rawBody).digest();\n  if (!crypto.timingSafeEqual(digest, Buffer.from(req.get('x-signature'), 'hex'))) return res.sendStatus(401);\n  handle(req.body);\n  res.end();\n});\n",
    ),
    silent(
      'a helper of the file',
      "const isGenuine = (req) => crypto.createHmac('sha256', key).update(req.rawBody).digest('hex') === req.get('x-signature');\napp.post('/webhook', (req, res) => {\n  if (!isGenuine(req)) return res.sendStatus(401);\n  handle(req.body);\n  res.end();\n});\n",
    ),
    silent(
      'a check in front of it',
      "app.post('/webhooks/github', verifyGithub, (req, res) => {\n  handle(req.body);\n  res.end();\n});\n",
    ),
    silent(
      'a shared secret in a header',
      "app.post('/webhook', (req, res) => {\n  if (req.headers['x-webhook-secret'] !== process.env.WEBHOOK_SECRET) return res.sendStatus(401);\n  handle(req.body);\n  res.end();\n});\n",
    ),
    silent(
      'webhooks that people register',
      "router.post('/webhooks', async (req, res) => {\n  const { url, events } = req.body;\n  res.json(await db.webhook.create({ data: { url, events } }));\n});\nrouter.post('/webhooks/:id/test', async (req, res) => res.json(await sendTestWebhook(req.body)));\n",
    ),
    silent(
      'webhooks that are sent',
      "export async function sendWebhook(url, payload) {\n  await fetch(url, { method: 'POST', body: JSON.stringify(payload) });\n}\nawait axios.post('https://hooks.tool.dev/webhook', payload);\n",
    ),
    silent('a handler of another file', "app.post('/webhooks/stripe', express.raw(), stripeWebhook);\n"),
    silent(
      'what takes no word of the body',
      "app.post('/webhook', (req, res) => {\n  refresh();\n  res.sendStatus(202);\n});\n",
    ),
    silent(
      'a request that is handed on with all it has',
      "app.post('/webhook', async (req, res) => {\n  await receiver.handle(req.body, req.headers);\n  res.end();\n});\n",
    ),
    silent(
      'a guard of Nest',
      "@Controller('webhooks')\n@UseGuards(SignatureGuard)\nexport class Hooks {\n  @Post()\n  take(@Body() event: Event) {\n    return this.orders.pay(event);\n  }\n}\n",
    ),
  ],
  fixed: [
    {
      name: 'a check whose failure is only logged',
      file,
      title,
      code: "app.post('/webhook', (req, res) => {\n  if (!verifySignature(req.rawBody, req.headers['x-signature'])) {\n    logger.warn('bad signature');\n  }\n  handle(req.body);\n  res.end();\n});\n",
      after: {
        [file]:
          "app.post('/webhook', (req, res) => {\n  if (!verifySignature(req.rawBody, req.headers['x-signature'])) {\n    logger.warn('bad signature');\n    return res.status(401).end();\n  }\n  handle(req.body);\n  res.end();\n});\n",
      },
    },
  ],
};
