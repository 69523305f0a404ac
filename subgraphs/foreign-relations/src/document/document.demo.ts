import { demoPart, Language, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { Document } from "./document";
import { DocumentImplementation } from "./document-implementation";
import { parseDocumentNumber, type DocumentKind } from "./document-number";
import { Issuer } from "./issuer";

// Serials far from those of real documents: "Directive 12" never means one that was made up.
const inDemo: { serial: number; abbreviation: string; kind: DocumentKind; vi: string; en: string; issuedOn: string }[] = [
  { serial: 9001, abbreviation: "CT", kind: "DIRECTIVE", vi: "Chỉ thị mẫu về đối ngoại nhân dân", en: "Directive on people-to-people diplomacy", issuedOn: "2020-01-15" },
  { serial: 9002, abbreviation: "KH", kind: "PLAN", vi: "Kế hoạch mẫu thực hiện chỉ thị", en: "Plan to implement the directive", issuedOn: "2020-03-02" },
  { serial: 9003, abbreviation: "CTR", kind: "PROGRAMME", vi: "Chương trình mẫu hữu nghị", en: "Friendship programme", issuedOn: "2021-02-20" },
];

const issuerId = ({ id }: DemoUnion) => `${id}:issuer`;
const named = (vi: string, en: string, { label }: DemoUnion) => ({ vi: `${vi} (${label})`, en: `${label} ${en}`, ownTranslation: Language.VI });

export const demoDocumentIds = ({ id }: DemoUnion) => inDemo.map(({ serial }) => `${id}:document-${serial}`);

export const documentDemo = [
  demoPart({
    table: Issuer,
    key: "id",
    rows: union => [{ id: issuerId(union), name: named("Cơ quan ban hành mẫu", "issuing body", union), aliases: [], sourceId: null }],
  }),
  demoPart({
    table: Document,
    key: "id",
    rows: union =>
      inDemo.map(({ serial, abbreviation, kind, vi, en, issuedOn }, index) => {
        const number = `${serial}-${abbreviation}/${union.id.toUpperCase()}`;
        const { suffix } = parseDocumentNumber(number)!;
        return { id: demoDocumentIds(union)[index]!, kind, number, title: named(vi, en, union), issuerId: issuerId(union), issuedOn, serial: String(serial), suffix, sourceId: null };
      }),
  }),
  demoPart({
    table: DocumentImplementation,
    key: "document_id",
    rows: union => {
      const [directive, ...others] = demoDocumentIds(union);
      return others.map(documentId => ({ documentId, implementedId: directive! }));
    },
  }),
];
