import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { Union } from "./union";
import { ProjectUnionResolver, RegistrationUnionsResolver, UnionResolver } from "./union.resolver";

export const unions = defineDomain({
  resolvers: [UnionResolver, ProjectUnionResolver, RegistrationUnionsResolver],
  references: [reference(Union, { open: published }, (_scope, { id }: { id: string }) => ({ id }))],
});
