import { BadInput, changeParts, changeRow, given, newId, type RequestScope, type VersionedInput } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { FriendshipAssociations, holdWithinLife } from "../friendship-association";
import { People } from "../person";
import { Scholarship } from "./scholarship";
import type { ChangeScholarshipInput, CorrectScholarshipInput, CreateScholarshipInput } from "./scholarship.input";
import { ScholarshipAssociation, ScholarshipRecipient } from "./scholarship-part";
import { checkTime, givenAcademicYear, givenAmount, givenAssociations, givenCount, givenNationality, givenRecipients, givenSchool, givenSponsor } from "./scholarship-rules";
import { Scholarships } from "./scholarships";

type Changes = Omit<CorrectScholarshipInput, keyof VersionedInput | "reason">;

interface Parts {
  associations?: readonly string[] | undefined;
  recipients?: readonly string[] | undefined;
}

/** Writes awards of scholarships down. */
export class ScholarshipChanges {
  constructor(private readonly scope: RequestScope) {}

  async create(input: CreateScholarshipInput): Promise<Scholarship> {
    const associations = givenAssociations(input.associations);
    const unionId = await this.unionFor(associations);
    const recipients = givenRecipients(input.recipients ?? []);
    const { academicYear = null, awardedOn = null } = input;
    const row = {
      id: newId(unionId),
      unionId,
      ...(await this.scope.get(Scholarships).knownSponsor(givenSponsor(input.sponsor))),
      recipientCount: givenCount(input.recipientCount ?? (recipients.length || null)),
      nationality: givenNationality(input.nationality ?? null),
      school: givenSchool(input.school ?? null),
      academicYear: academicYear === null ? null : givenAcademicYear(academicYear),
      awardedOn,
      ...givenAmount(input.amount ?? null),
      sourceId: null,
    };
    checkTime(row);
    await this.checkKnown(recipients);
    return this.scope.write({ action: "createScholarship", input }, Scholarship, async tx => {
      await tx.insert(Scholarship, row);
      return this.withParts(tx, await tx.findOneByOrFail(Scholarship, { id: row.id }), { associations, recipients }, "recipients");
    });
  }

  change = (input: ChangeScholarshipInput) => this.update("changeScholarship", input, input);
  correct = (input: CorrectScholarshipInput) => this.update("correctScholarship", input, input);

  private async update(action: string, input: VersionedInput & { reason?: string }, wanted: Changes): Promise<Scholarship> {
    const scholarship = await this.scope.get(Scholarships).byId.load(input.id);
    if (!scholarship) throw new BadInput("id", `There is no scholarship ${input.id}.`);
    this.scope.viewer.requireChange([scholarship.unionId]);
    const { sponsor, amount, academicYear, recipientCount, nationality, school, awardedOn } = wanted;
    const { parts, ...changes } = given({
      ...(sponsor ? await this.scope.get(Scholarships).knownSponsor(givenSponsor(sponsor)) : {}),
      ...(amount !== undefined ? givenAmount(amount) : {}),
      academicYear: academicYear == null ? academicYear : givenAcademicYear(academicYear),
      recipientCount: recipientCount === undefined ? undefined : givenCount(recipientCount),
      nationality: nationality === undefined ? undefined : givenNationality(nationality),
      school: school === undefined ? undefined : givenSchool(school),
      awardedOn,
      parts: wanted.associations ?? wanted.recipients ? await this.givenParts(wanted, scholarship.unionId) : undefined,
    });
    return this.scope.write({ action, input, reason: input.reason }, Scholarship, async tx => {
      const after = await changeRow(tx, Scholarship, input, changes, checkTime, parts !== undefined);
      return this.withParts(tx, after, parts ?? {}, wanted.recipients ? "recipients" : "recipientCount");
    });
  }

  private async givenParts({ associations, recipients }: Changes, unionId: string): Promise<Parts> {
    const parts = { associations: associations ? givenAssociations(associations) : undefined, recipients: recipients ? givenRecipients(recipients) : undefined };
    if (parts.associations && (await this.unionFor(parts.associations)) !== unionId) throw new BadInput("associations", `The award is of the union ${unionId}; so are its associations.`);
    await this.checkKnown(parts.recipients ?? []);
    return parts;
  }

  /** Writes the parts of an award, and throws where they and the award do not fit together. */
  private async withParts(tx: EntityManager, scholarship: Scholarship, { associations, recipients }: Parts, argument: string): Promise<Scholarship> {
    const { id: scholarshipId, recipientCount, awardedOn } = scholarship;
    const of = { scholarshipId };
    if (associations) await changeParts(tx, ScholarshipAssociation, of, associations.map(associationId => ({ scholarshipId, associationId })));
    if (recipients) await changeParts(tx, ScholarshipRecipient, of, recipients.map(personId => ({ scholarshipId, personId })));
    const named = await tx.countBy(ScholarshipRecipient, of);
    if (recipientCount !== null && named > recipientCount) throw new BadInput(argument, `${named} recipients are named, and there would be ${recipientCount} in all.`);
    if (awardedOn === null) return scholarship;
    for (const { associationId } of await tx.findBy(ScholarshipAssociation, of)) await holdWithinLife(tx, associationId, awardedOn, "awardedOn");
    return scholarship;
  }

  /** The union of the associations, for a change of what they gave. Throws when they are not all of one, or the viewer may not change it. */
  private async unionFor(associationIds: readonly string[]): Promise<string> {
    const found = [];
    for (const id of associationIds) found.push(await this.scope.get(FriendshipAssociations).forChange(id, "associations"));
    const unions = [...new Set(found.map(({ unionId }) => unionId))];
    if (unions.length > 1) throw new BadInput("associations", `The associations are of the unions ${unions.join(", ")}. Write down for each union what its own gave.`);
    return unions[0]!;
  }

  private async checkKnown(personIds: readonly string[]): Promise<void> {
    for (const id of personIds) await this.scope.get(People).named(id, "recipients");
  }
}
