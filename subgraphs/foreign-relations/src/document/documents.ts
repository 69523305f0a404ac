import { BadInput, demoRows, idsBy, oneBy, sql, type RequestScope } from "@huu-nghi/subgraph-kit";
import type DataLoader from "dataloader";
import { Raw } from "typeorm";
import { Document } from "./document";
import { readCitation } from "./document-citation";
import { meantBy, type DocumentNumber } from "./document-number";
import { isNamed, Issuer, issuerName } from "./issuer";

const mostCandidates = 20;

const ofDemo = Raw(id => demoRows(id));
const notOfDemo = Raw(id => `not (${demoRows(id)})`);

const byDate = (a: Document, b: Document) => (a.issuedOn ?? "9999").localeCompare(b.issuedOn ?? "9999") || a.id.localeCompare(b.id);

export class Documents {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Document, "id");
  private readonly issuerById = oneBy(this.scope, Issuer, "id");

  private readonly implementedIds = idsBy(
    this.scope,
    ids => sql`select document_id as parent, implemented_id as id from document_implementation where document_id = any(${ids})`,
  );
  private readonly implementingIds = idsBy(
    this.scope,
    ids => sql`select implemented_id as parent, document_id as id from document_implementation where implemented_id = any(${ids})`,
  );

  /** By date of issue, oldest first; undated ones last. */
  implementedBy = (id: string) => this.linked(this.implementingIds, id);
  implements = (id: string) => this.linked(this.implementedIds, id);

  /** Those with these ids, by date of issue. */
  async sorted(ids: string[]): Promise<Document[]> {
    const found = await this.byId.loadMany(ids);
    return found.filter((document): document is Document => document instanceof Document).sort(byDate);
  }

  issuerName = async ({ issuerId }: Document) => {
    const issuer = await this.issuerById.load(issuerId);
    return issuer && issuerName(issuer);
  };

  /** The document that a number and its issuer mean; null when there is none. An issuer given goes before one that `number` names. */
  async named(number: string, givenIssuer: string | null): Promise<Document | null> {
    const asked = readCitation(number);
    if (!asked) return null;
    const issuer = givenIssuer ?? asked.issuer;
    // Those of demo unions never make another one ambiguous.
    const others = await this.meant(asked.number, issuer, notOfDemo);
    const meant = others.length ? others : await this.meant(asked.number, issuer, ofDemo);
    return meant.length > 1 ? this.refuseAmbiguous(number, issuer, meant) : (meant[0] ?? null);
  }

  private async meant(asked: DocumentNumber, issuer: string | null, id: typeof ofDemo): Promise<Document[]> {
    const found = await this.scope.read.findBy(Document, { serial: asked.serial, id });
    return meantBy(asked, issuer === null ? found : await this.issuedBy(issuer, found)).sort(byDate);
  }

  private async issuedBy(name: string, documents: Document[]): Promise<Document[]> {
    const isIssuer = async ({ issuerId }: Document) => {
      const issuer = await this.issuerById.load(issuerId);
      return issuer !== null && isNamed(issuer, name);
    };
    const matches = await Promise.all(documents.map(isIssuer));
    return documents.filter((_, index) => matches[index]);
  }

  private async refuseAmbiguous(number: string, issuer: string | null, meant: Document[]): Promise<never> {
    const candidates = await Promise.all(
      meant.slice(0, mostCandidates).map(async document => ({
        id: document.id,
        number: document.number,
        issuer: await this.issuerName(document),
        issuedOn: document.issuedOn,
      })),
    );
    const hint = issuer === null ? "Give its issuer as well" : "Give its full number";
    throw new BadInput("number", `"${number.slice(0, 40)}" can be ${meant.length} documents. ${hint}; extensions.candidates names them.`, { candidates });
  }

  private linked = async (ids: DataLoader<string, string[]>, id: string) => this.sorted(await ids.load(id));
}
