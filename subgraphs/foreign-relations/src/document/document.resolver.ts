import { Open, published, RequestScope, Statement, Statements } from "@huu-nghi/subgraph-kit";
import { Arg, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Document } from "./document";
import { Documents } from "./documents";

const oneDocument =
  "The document with this number, in whatever way it is written; null when there is none. BAD_USER_INPUT with extensions.candidates where several match.";
const numberDescription = 'Its number: "38-CT/TW", "Directive No. 4", "Chỉ thị số 38-CT/TW". Accents, dashes and leading zeros do not matter. Its date and its issuer may follow: "Directive No. 38-CT/TW, dated September 19, 2019 of the Secretariat"; the date is not compared.';
const issuerDescription = "Who issued it, by a name in English or Vietnamese; without it, the issuer that `number` names. Needed where several issuers have a document of this number.";

@Resolver(() => Document)
export class DocumentResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => Document, { nullable: true, description: oneDocument })
  document(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("issuer", () => String, { nullable: true, description: issuerDescription }) issuer?: string | null,
  ) {
    return this.scope.get(Documents).named(number, issuer?.trim() || null);
  }

  @FieldResolver(() => String, { description: "Who issued it, by its English name, or the Vietnamese one where there is no other." })
  issuer(@Root() document: Document) {
    return this.scope.get(Documents).issuerName(document);
  }

  @FieldResolver(() => [Document], { description: "What it implements, by date of issue, oldest first, undated ones last." })
  implements(@Root() { id }: Document) {
    return this.scope.get(Documents).implements(id);
  }

  @FieldResolver(() => [Document], { description: "What implements it, by date of issue, oldest first, undated ones last." })
  implementedBy(@Root() { id }: Document) {
    return this.scope.get(Documents).implementedBy(id);
  }

  @FieldResolver(() => [Statement], { description: "What other sources say of it, where they differ." })
  statements(@Root() { id }: Document) {
    return this.scope.get(Statements).about.load({ kind: "Document", id });
  }
}
