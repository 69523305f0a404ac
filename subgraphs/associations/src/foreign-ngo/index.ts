import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { ForeignNgo } from "./foreign-ngo";

export { ForeignNgo } from "./foreign-ngo";

export const foreignNgos = defineDomain({
  references: [reference(ForeignNgo, { open: published }, (_scope, { id }: { id: string }) => ({ id }))],
});
