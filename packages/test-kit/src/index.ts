export { expectEntitiesToEqualMigrations, testConformance, type ShortLists } from "./conformance";
export { ask, type GraphqlAnswer } from "./graphql-client";
export { runningProcesses, type RunningProcess } from "./running-processes";
export { testSubgraph, type TestSubgraph } from "./subgraph";
export { supergraphTester, type TestableGateway, type TestSupergraph } from "./supergraph";
export { testDatabase, type Content, type TestDatabase } from "./test-database";
