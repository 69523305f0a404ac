export { expectEntitiesToEqualMigrations, testConformance, type ShortLists } from "./conformance";
export { ask, askSigned, type GraphqlAnswer } from "./graphql-client";
export { plant, type PlantedKind } from "./planted";
export { runningProcesses, type RunningProcess } from "./running-processes";
export { testSubgraph, type TestSubgraph } from "./subgraph";
export { supergraphTester, type TestableGateway, type TestSupergraph } from "./supergraph";
export { testDatabase, type Content, type TestDatabase } from "./test-database";
export { keepOutput, loggedAbout, testLog, type LogLine } from "./test-log";
export { testKey, testKeys, viewers } from "./viewers";
