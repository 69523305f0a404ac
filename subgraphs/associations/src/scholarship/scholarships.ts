import { BadInput, manyBy, oneBy, Pages, Source, sql, type List, type Money, type PageArgs, type RequestScope, type SortKey } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { FriendshipAssociations } from "../friendship-association";
import { Scholarship, type SponsorColumns } from "./scholarship";
import { matching, real, worth, type ScholarshipFilter } from "./scholarship-filter";
import { ScholarshipAssociation, ScholarshipRecipient } from "./scholarship-part";

// One of which only the school year is known stands where that year begins.
const columns = sql`asked.parent, scholarship.id, coalesce(partial_start(scholarship.awarded_on), make_date(left(scholarship.academic_year, 4)::int, 9, 1)) as awarded`;
const order: SortKey[] = [{ column: "awarded", type: "date", direction: "desc" }];

const all: List<ScholarshipFilter> = {
  name: "scholarships",
  order,
  rows: filter => sql`select ${columns} from asked cross join scholarship where ${matching(filter)} and ${real(filter)}`,
};

const ofAssociation: List<null> = {
  name: "scholarships of an association",
  order,
  rows: () => sql`
    select ${columns} from asked join scholarship_association giver on giver.association_id = asked.parent
    join scholarship on scholarship.id = giver.scholarship_id`,
};

const ofPartner: List<null> = {
  name: "scholarships of a partner",
  order,
  rows: () => sql`select ${columns} from asked join scholarship on scholarship.sponsor_partner_id = asked.parent`,
};

const ofNgo: List<null> = {
  name: "scholarships of a foreign NGO",
  order,
  rows: () => sql`select ${columns} from asked join scholarship on scholarship.sponsor_ngo_id = asked.parent`,
};

export class Scholarships {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Scholarship, "id");
  readonly source = oneBy(this.scope, Source, "id");
  readonly associations = manyBy(this.scope, ScholarshipAssociation, "scholarshipId", (a, b) => a.associationId.localeCompare(b.associationId));
  readonly recipients = manyBy(this.scope, ScholarshipRecipient, "scholarshipId", (a, b) => a.personId.localeCompare(b.personId));

  /** What an award is worth in all; null where that is not known. Multiplied by the database, which loses no digit. */
  readonly worth = new DataLoader<string, Money | null>(async ids => {
    const rows = await this.scope.rows<Money & { id: string }>(sql`
      select scholarship.id, ${worth}::text as amount, scholarship.currency from scholarship where scholarship.id = any(${[...ids]}) and ${worth} is not null`);
    const found = new Map(rows.map(({ id, amount, currency }) => [id, { amount, currency }]));
    return ids.map(id => found.get(id) ?? null);
  });

  private readonly listOfPerson: List<null> = {
    name: "scholarships of a person",
    order,
    rows: () => sql`
      select ${columns} from asked join scholarship_recipient recipient on recipient.person_id = asked.parent
      join scholarship on scholarship.id = recipient.scholarship_id where ${this.scope.viewer.within("officer", "scholarship.union_id")}`,
  };

  async page(filter: ScholarshipFilter, args: PageArgs) {
    if (filter.sponsor) await this.knownSponsor(filter.sponsor);
    return this.scope.get(Pages).of(all, null, filter, args, this.byId);
  }

  ofAssociation = (associationId: string, args: PageArgs) => this.scope.get(Pages).of(ofAssociation, associationId, null, args, this.byId);
  ofPartner = (partnerId: string, args: PageArgs) => this.scope.get(Pages).of(ofPartner, partnerId, null, args, this.byId);
  ofNgo = (ngoId: string, args: PageArgs) => this.scope.get(Pages).of(ofNgo, ngoId, null, args, this.byId);
  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.listOfPerson, personId, null, args, this.byId);

  /** Throws where the sponsor is an association that is not there; whether one of another division is, that one knows. */
  async knownSponsor(sponsor: SponsorColumns): Promise<SponsorColumns> {
    const id = sponsor.sponsorAssociationId;
    if (id !== null && !(await this.scope.get(FriendshipAssociations).byId.load(id))) throw new BadInput("sponsor.association", `There is no friendship association ${id}.`);
    return sponsor;
  }
}
