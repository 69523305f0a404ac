import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { Partner } from "./partner";

export { Partner } from "./partner";

export const partners = defineDomain({
  references: [reference(Partner, { open: published }, (_scope, { id }: { id: string }) => ({ id }))],
});
