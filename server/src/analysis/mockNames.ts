/** Functions that make or fetch something that is not real: `generateMockUsers`, `useFakeOrders`. */
const mockCall =
  /^(?:(?:get|generate|gen|create|build|make|fetch|load|simulate|use|return|provide)_?(?:[Mm]ock|[Ff]ake|[Dd]ummy)|(?:get|generate|fetch|load|simulate|return)_?[Ss]tub|mock|fake|dummy)(?:s|ed)?(?=[A-Z_])/;

/** A word for nothing real at the start of a name, alone or with more behind it. */
const mockValue =
  /^(?:(?:MOCK|mock)(?:ED|ed|S|s)?(?:$|(?=[A-Z_]))|(?:FAKE|fake|DUMMY|dummy|STUB|STUBBED|stub|stubbed)(?=[A-Z_]))/;

/** lodash, and what test libraries call on their mocks: `mockReset`, `stubTrue`, `fakeTimers`. */
const toolkit =
  /^(?:stub(?:True|False|Array|Object|String)|mock(?:Reset|Clear|Restore|Return|Resolved|Rejected|Implementation|Name|Fn|Deep)\w*|\w*Timers?|\w*stubInstance)$/i;

/** Stand-ins that carry a call and no data: a request made up to ask a limiter, a logger that says nothing. */
const carrier =
  /(?:^(?:mock|fake|dummy)_?|^(?:create|build|make|get|new|generate|gen)_?(?:mock|fake|dummy|stub)\w*?)(?:request|req|event|context|ctx|res|element|node|dom|document|window|global|storage|function|fn|callback|promise|socket|stream|file|path|module|package|version|key|date|time|hash)s?$|^(?:create|build|make)_?(?:mock|fake|dummy)response$/i;
/** What is mocked as a whole, and not data: `mockDirective(…)` is a tool's own business. */
const mocked =
  /^(?:mock|fake|dummy)_?\w*(?:directive|handler|middleware|plugin|server|client|adapter|router|schema|resolver|import|fetch|api|method|property|class|constructor|click|scroll)s?$/i;
/** A fake is, in the words of testers, a small working double: made where no database is given. */
const double =
  /^(?:create|build|make|with|get)_?fake\w*(?:service|store|checker|repository|client|provider|manager|factory|adapter|driver|transactional|gateway|queue|cache|model)s?$/i;
/** Where "mock" is a trade's own word: a mock exam is sat for real. */
const trade =
  /mock_?(?:exams?|tests?|interviews?|trials?|drafts?|quiz(?:zes)?|papers?|assessments?|election|court)(?![a-z])/i;
const nothing = /analytics|logger|logging|telemetry|tracker|tracking|noop|null/i;

/** Whether a function of that name gives out data that is not real. */
export const givesMocks = (name: string): boolean =>
  mockCall.test(name) && !isHarmless(name) && !mocked.test(name) && !double.test(name);

/** Whether a value of that name is not real: `mockUsers`, `MOCK_ORDERS`. */
export const isMockValue = (name: string): boolean => mockValue.test(name) && !isHarmless(name);

/** Parts of a program that others are served by. */
const serving =
  /(?:Service|Client|Database|DB|Db|Api|API|Gateway|Repository|Provider|Processor|Backend|Authenticator|Mailer)$/;

/** Whether a class, or what was made of it, stands in for a service: `new MockEmailService()`, `fakeGateway.charge()`. */
export const isMockService = (name: string): boolean =>
  /^_?(?:Mock|Fake|Dummy|Stub|mock|fake|dummy|stub)[A-Z]/.test(name) &&
  serving.test(name) &&
  !isHarmless(name);

/** Whether a text says itself that it is none: `mock-user-1`. */
export const isMockText = (text: string): boolean =>
  /^(?:mock|fake|dummy)[-_][a-z\d]/i.test(text) && text.length < 60;

const isHarmless = (name: string): boolean =>
  trade.test(name) || toolkit.test(name) || carrier.test(name) || nothing.test(name);

/** Whether a function, class or variable says itself that it is one: what happens in it is no news. */
export const isCalledMock = (name: string): boolean =>
  /(?:^|[^a-z])(?:mock|fake|dummy|stub|demo|storybook)|(?:Mock|Fake|Dummy|Stub|Demo)(?=[A-Z_\d]|s?$|ed)/.test(
    name,
  ) || /^(?:MOCK|FAKE|DUMMY|STUB|DEMO)/.test(name);

/** Modules whose business are mocks, by what an import says. */
export const isMockModule = (specifier: string): boolean =>
  /^(?:faker|@faker-js\/faker|msw|msw\/(?:node|browser)|axios-mock-adapter|miragejs|casual|@ngneat\/falso|nock)$/.test(
    specifier,
  ) ||
  (/^[.@~#]/.test(specifier) &&
    !isHarmless(specifier.slice(specifier.lastIndexOf('/') + 1)) &&
    (/(?:^|\/)(?:__mocks__|mocks?|fakes?)(?:\/|\.(?:[jt]sx?|json)$|$)|(?:^|\/)(?:mock|fake|dummy)[-_]\w+$|[-_.](?:mock|mocks|fake)(?:\.(?:[jt]sx?|json))?$/i.test(
      specifier,
    ) ||
      /(?:^|\/)(?:mock|fake|dummy)(?:ed|s)?[-_.]?(?:[\w-]*[-_a-z])?(?:data|api|db|orm|store|user|service|response|handler)s?(?:\.\w+)?$/i.test(
        specifier,
      )));

/** Files and folders that say that all in them is made up, or there to try things out. */
export const isMockFile = (path: string): boolean =>
  /(?:^|[/.\-_])(?:mock|mocks|mocked|mocking|fake|fakes|faker|dummy|stub|stubs|msw|demo|demos|eval|evals|playground|sandbox|storybook|fixture|fixtures)(?=$|[/.\-_]|[A-Z])|(?:Mock|Fake|Dummy|Stub|Demo|Fixture)s?(?=[A-Z./\-_])/.test(
    path,
  ) || /(?:^|\/)(?:mock|fake|dummy|demo)[a-z]*\.[cm]?[jt]sx?$/i.test(path);

/** A file that brings a test library along is part of the tests, wherever it lies. */
export const isTestTool = (specifier: string): boolean =>
  /^(?:jest|@jest\/.+|vitest|node:test|sinon|mocha|chai|@testing-library\/.+|@playwright\/test|cypress|ava|tap|jasmine|supertest|testdouble|@angular\/core\/testing|@nestjs\/testing|enzyme)$/.test(
    specifier,
  );
