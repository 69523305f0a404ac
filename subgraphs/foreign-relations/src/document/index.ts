import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateDocument1764000014000 } from "./1764000014000-create.migration";
import { Document } from "./document";
import { DocumentImplementation } from "./document-implementation";
import { documentRecords, issuerRecords } from "./document.data";
import { documentDemo } from "./document.demo";
import { DocumentResolver } from "./document.resolver";
import { Documents } from "./documents";
import { Issuer } from "./issuer";

export { Document } from "./document";
export { demoDocumentIds } from "./document.demo";
export { Documents } from "./documents";

export const documents = defineDomain({
  tables: [Issuer, Document, DocumentImplementation],
  resolvers: [DocumentResolver],
  references: [reference(Document, { open: published }, (scope, { id }: { id: string }) => scope.get(Documents).byId.load(id))],
  migrations: [CreateDocument1764000014000],
  records: [issuerRecords, documentRecords],
  demo: documentDemo,
});
