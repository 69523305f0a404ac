import { abstractTypes } from "./abstract-types.fixture";
import { aliases } from "./aliases.fixture";
import { clientDirectives } from "./client-directives.fixture";
import { entityInterfaces } from "./entity-interfaces.fixture";
import { enumIntersection } from "./enum-intersection.fixture";
import { externals } from "./external.fixture";
import type { FederatedGraph } from "./federated-graph.fixture";
import { fragments } from "./fragments.fixture";
import { inaccessible } from "./inaccessible.fixture";
import { inputIntersection } from "./input-intersection.fixture";
import { interfaceObjects } from "./interface-objects.fixture";
import { deprecated, introspection } from "./introspection.fixture";
import { keys } from "./keys.fixture";
import { mutations } from "./mutations.fixture";
import { nonResolvableKeys } from "./non-resolvable-keys.fixture";
import { nullPropagation } from "./null-propagation.fixture";
import { overlaps } from "./overlaps.fixture";
import { override } from "./override.fixture";
import { provides } from "./provides.fixture";
import { requires } from "./requires.fixture";
import { requiresAbstract } from "./requires-abstract.fixture";
import { requiresArguments } from "./requires-arguments.fixture";
import { shareable } from "./shareable.fixture";
import { skipInclude } from "./skip-include.fixture";
import { unions } from "./unions.fixture";
import { unresolvable } from "./unresolvable.fixture";
import { variables } from "./variables.fixture";

/** Every idea of federation that the gateway is held to. */
export const everyIdea: readonly FederatedGraph[] = [
  abstractTypes, aliases, clientDirectives, deprecated, entityInterfaces, enumIntersection, ...externals, fragments, inaccessible, inputIntersection,
  interfaceObjects, introspection, keys, mutations, nonResolvableKeys, nullPropagation, overlaps, override, provides, requires, requiresAbstract,
  requiresArguments, shareable, skipInclude, unions, unresolvable, variables,
];
