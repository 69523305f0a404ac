export { composeFolder, composeSupergraph, CompositionFault, type Composition, type SubgraphSchema } from "./supergraph/composition";
export { startGateway, type GatewayOptions } from "./gateway";
export type { IdentityProvider, TokenSettings } from "./viewer/token-check";
