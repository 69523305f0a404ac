export { composeFolder, composeSupergraph, CompositionFault, type Composition, type SubgraphSchema } from "./composition";
export { startGateway, type GatewayOptions } from "./gateway";
export type { IdentityProvider, TokenSettings } from "./token-check";
