import { BadInput, Problem } from "@huu-nghi/service-kit";
import DataLoader from "dataloader";
import type { EntityMetadata } from "typeorm";
import { AccessLog } from "../access/access-log";
import { checkedPurpose } from "../access/sensitive";
import type { RequestScope } from "../scope";
import { raw, sql, type Sql } from "../sql";
import { erasePerson } from "./erase-person";
import { ErasedPerson } from "./erased-person";
import type { Holding } from "./holding";
import type { PersonalDataSection } from "./personal-data";
import { holdIds, type Persons } from "./persons";

type Image = Record<string, unknown>;

export interface Erasure {
  idempotencyKey: string;
  person: string;
  formerIds?: string[] | null;
  reason: string;
}

const inProperties = (image: Image, { columns }: EntityMetadata): Image =>
  Object.fromEntries(columns.map(({ databaseName, propertyPath }): [string, unknown] => [propertyPath, image[databaseName] ?? null]));

/** What a division holds of persons: as a whole, for those who ask for it or have it erased. */
export class HeldData {
  constructor(
    private readonly scope: RequestScope,
    private readonly holdings: readonly Holding[],
    private readonly persons: Persons | undefined,
  ) {}

  private readonly known = new DataLoader<string, string[]>(asked => this.persons!.idsOf(this.scope.read, asked));

  /** All ids of a person, the kept record's first: those that the division knows, or else what it was told. */
  async idsOf(person: string, formerIds: readonly string[] | null = []): Promise<string[]> {
    if (!this.persons) return [...new Set([person, ...(formerIds ?? [])])];
    const ids = await this.known.load(person);
    return ids.length > 0 ? ids : [person];
  }

  /** All sections, each row that the roles reach; the reading is written down first. */
  async sections(ids: readonly string[], purpose: string): Promise<PersonalDataSection[]> {
    const reason = checkedPurpose(purpose, "reason");
    const sections = await Promise.all(this.holdings.map(each => this.section(each, ids)));
    sections.push(await this.accessLog(ids), await this.history(ids));
    const unionIds = await this.unions(ids);
    const log = this.scope.get(AccessLog);
    const { requestId } = this.scope;
    const opened = sections.filter(({ rows }) => rows > 0);
    await Promise.all(opened.map(({ name }) => log.written.load({ type: "Person", id: ids[0]!, field: name, purpose: reason, requestId, unionIds })));
    return sections;
  }

  /** For roles that change records in every union of the person; whom they do not reach does not exist for them. */
  async erase(action: string, input: Erasure): Promise<ErasedPerson> {
    const { person, formerIds = null, reason } = input;
    const ids = await this.idsOf(person, formerIds);
    const strange = formerIds?.find(id => !ids.includes(id));
    if (strange !== undefined) throw new BadInput("formerIds", `Nobody of the id ${strange} is merged into ${person}. Leave it out, or erase that person by a change of its own.`);
    const unions = await this.unions(ids);
    const isKnown = this.scope.viewer.reaches("officer", unions);
    if (!isKnown || (this.persons && !(await this.isHeld(ids)))) throw new BadInput("person", `There is no person ${person} whom your roles reach.`);
    // What is erased in one union is gone for the others, too.
    for (const each of unions.length > 0 ? unions : [undefined]) this.scope.viewer.requireChange(each === undefined ? [] : [each]);
    return this.scope.write({ action, input, reason }, ErasedPerson, async tx => {
      // Whose roles suffice for those of before need not do so for those of now.
      if ((await holdIds(tx, this.persons, ids)).join() !== ids.join()) throw new Problem("CONFLICT", `Records of the person ${person} were merged or parted in between. Ask again.`, { argument: "person" });
      const erased = await erasePerson(tx, this.holdings, ids);
      await this.scope.noteErasure(ids);
      return erased.person;
    });
  }

  private async section(held: Holding, ids: readonly string[]): Promise<PersonalDataSection> {
    const metadata = this.scope.read.connection.getMetadata(held.table);
    const found = await this.scope.rows<{ image: Image }>(sql`
      select to_jsonb(held) as image from ${raw(`"${metadata.tableName}"`)} held
      where ${rowsOf(held, ids)} and ${this.scope.viewer.withinAny("officer", held.unions)} order by held::text`);
    return sectionOf(held.section, found.map(({ image }) => inProperties(image, metadata)));
  }

  private async accessLog(ids: readonly string[]) {
    const rows = await this.scope.rows<Image>(sql`
      select viewer, opened_at as "openedAt", purpose, fields, request_id as "requestId" from access_log entry
      where record_type = 'Person' and record_id = any(${ids}) and ${this.scope.viewer.withinAny("officer", "entry.union_ids")} order by id`);
    return sectionOf("accessLog", rows);
  }

  /** Of the rows that the roles reach today; what they were, too. */
  private async history(ids: readonly string[]) {
    const entries: Image[] = [];
    for (const held of this.holdings) {
      const { tableName, primaryColumns } = this.scope.read.connection.getMetadata(held.table);
      // A part of somebody else's record is told by its section.
      if (primaryColumns.length > 1) continue;
      entries.push(...(await this.scope.rows<Image>(sql`
        select entry.number, entry.recorded_at as "recordedAt", entry.record_type as "recordType", entry.operation, entry.action, entry.reason, entry.before, entry.after
        from ${raw(`"${tableName}"`)} held join history entry on entry.record_type = ${tableName} and entry.row_type = entry.record_type and entry.record_id = held.${raw(primaryColumns[0]!.databaseName)}
        where ${rowsOf(held, ids)} and ${this.scope.viewer.withinAny("officer", held.unions)} order by entry.number`)));
    }
    return sectionOf("history", entries);
  }

  private async unions(ids: readonly string[]): Promise<string[]> {
    const { persons } = this;
    if (persons) return [...new Set((await Promise.all(ids.map(id => persons.unionsOf(this.scope, id)))).flat())];
    const found = await Promise.all(
      this.holdings.map(held => {
        const { tableName } = this.scope.read.connection.getMetadata(held.table);
        return this.scope.rows<{ id: string }>(sql`select distinct unnest(${raw(held.unions)}) as id from ${raw(`"${tableName}"`)} held where ${rowsOf(held, ids)}`);
      }),
    );
    return [...new Set(found.flat().map(({ id }) => id))];
  }

  private async isHeld(ids: readonly string[]): Promise<boolean> {
    const found = await Promise.all(
      this.holdings.map(held => this.scope.rows(sql`select from ${raw(`"${this.scope.read.connection.getMetadata(held.table).tableName}"`)} held where ${rowsOf(held, ids)} limit 1`)),
    );
    return found.some(rows => rows.length > 0);
  }
}

const rowsOf = ({ rows }: Holding, ids: readonly string[]): Sql => {
  const [before = "", after = ""] = rows.split("$1");
  const ofOne = ids.map(id => sql`(${raw(before)}${id}${raw(after)})`);
  return sql`(${ofOne.reduce((all, one) => sql`${all} or ${one}`)})`;
};

const sectionOf = (name: string, rows: readonly Image[]): PersonalDataSection => ({ name, rows: rows.length, json: JSON.stringify(rows) });
