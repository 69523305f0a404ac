/** Every package's own source is what is tested, not what was built of it. */
const tests = {
  displayName: "tests",
  testEnvironment: "node",
  roots: ["<rootDir>/gateway", "<rootDir>/packages", "<rootDir>/subgraphs", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  modulePathIgnorePatterns: ["/dist/"],
  // jose comes as ES modules only, which Node loads from CommonJS and jest's own loader does not.
  transform: { "^.+\\.ts$": "@swc/jest", "/jose/dist/.+\\.js$": ["@swc/jest", { jsc: { target: "es2022" }, module: { type: "commonjs" } }] },
  transformIgnorePatterns: ["/node_modules/(?!(.*/)?jose/dist/)"],
  moduleNameMapper: {
    "^@huu-nghi/gateway$": "<rootDir>/gateway/src/index.ts",
    "^@huu-nghi/(.*)$": ["<rootDir>/packages/$1/src/index.ts", "<rootDir>/subgraphs/$1/src/index.ts"],
  },
  setupFiles: ["reflect-metadata", "<rootDir>/packages/test-kit/src/as-in-production.ts"],
  globalSetup: "<rootDir>/packages/test-kit/src/start-postgres.ts",
  globalTeardown: "<rootDir>/packages/test-kit/src/stop-postgres.ts",
};

// These ask through the gateway, and leave open how it executes plans; the others say it themselves, or need no gateway.
const throughTheGateway = ["gateway", "http/browser", "http/graphql-over-http", "subgraph/signed-requests", "subgraph/subgraph-link", "viewer/admission", "viewer/union-tree"];
const acrossDivisions = ["access", "contract/contract", "journeys", "log"];

const byTheLibrary = {
  ...tests,
  displayName: "by the library's executor",
  testMatch: [...throughTheGateway.map(name => `<rootDir>/gateway/src/${name}.test.ts`), ...acrossDivisions.map(name => `<rootDir>/test/${name}.test.ts`)],
  setupFiles: [...tests.setupFiles, "<rootDir>/gateway/src/fixtures/stock-executor.fixture.ts"],
};

module.exports = {
  projects: [tests, byTheLibrary],
  testTimeout: 30_000,
  // Tests wait a lot, for processes of their own and for the database: one more than the processors keeps them busy.
  maxWorkers: 3,
  // What one file leaves behind slows down those after it, in Node 20 a little with every await.
  workerIdleMemoryLimit: "500MB",
};
