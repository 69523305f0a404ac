export { ask, type GraphqlAnswer } from "./graphql-client";
export { testSubgraph, type TestSubgraph } from "./subgraph";
export { testSupergraph, type TestSupergraph } from "./supergraph";
export { testDatabase, type Content, type TestDatabase } from "./test-database";
