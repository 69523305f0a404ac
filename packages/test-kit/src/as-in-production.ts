import { inProduction } from "./config";

/*
 * What would cost each test a tenth of its time, and is not so where the code is used: jest has every error keep a hundred
 * frames, and the GraphQL library looks at every value for another copy of itself.
 */
Error.stackTraceLimit = 10;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would come before it
inProduction(() => require("graphql/jsutils/instanceOf"));
