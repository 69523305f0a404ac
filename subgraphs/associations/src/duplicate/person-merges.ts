import { BadInput, changeRow, newestFirst, newId, oneBy, Pages, Problem, sql, type List, type PageArgs, type RequestScope } from "@huu-nghi/subgraph-kit";
import { In } from "typeorm";
import { People, Person, personDetails, PersonUnions } from "../person";
import { OverlappingMemberships, type MergePersonsInput, type UndoMergeInput } from "./duplicate.input";
import { joinConsents, joinResidences, refuseSameAward } from "./doubled-rows";
import { joinMemberships, overlaps, refuseOverlaps } from "./joined-memberships";
import { changedSince, moveRows, putBack } from "./moved-rows";
import { PersonMerge, PersonMergeRow } from "./person-merge";

/** Two records of one person made one, and two again. Nothing does so by itself. */
export class PersonMerges {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, PersonMerge, "id");

  private readonly ofOne: List<null> = {
    name: "merges of a person",
    order: newestFirst("merged_on"),
    rows: () => sql`
      select asked.parent, merge.id, (select min(entry.recorded_at)::date from history entry where entry.record_type = 'person_merge' and entry.record_id = merge.id) as merged_on
      from asked join person_merge merge on merge.kept_id = asked.parent`,
  };

  ofPerson = (personId: string, args: PageArgs) => this.scope.get(Pages).of(this.ofOne, personId, null, args, this.byId);

  async merge(input: MergePersonsInput): Promise<Person> {
    const { id: keptId, version, merged: mergedId, mergedVersion, reason, takeOverMissing, overlapping } = input;
    if (keptId === mergedId) throw new BadInput("merged", "A person is not merged with itself. Name the other record of the same person.");
    await this.scope.get(People).named(keptId, "id");
    // Who is merged into the kept one already answers with it; asked for again, that is the same change or told below.
    if ((await this.scope.get(People).known(mergedId))?.id !== keptId) await this.scope.get(People).named(mergedId, "merged");
    const unionIds = await this.scope.get(PersonUnions).ids.load(mergedId);
    await this.requireChange(keptId, unionIds);
    return this.scope.write({ action: "mergePersons", input, reason }, Person, async tx => {
      const people = await tx.find(Person, { where: { id: In([keptId, mergedId]) }, order: { id: "ASC" }, lock: { mode: "for_no_key_update" } });
      const [kept, merged] = [keptId, mergedId].map(id => people.find(each => each.id === id)) as [Person, Person];
      const takenOver = takeOverMissing ? personDetails.filter(name => kept[name] === null && merged[name] !== null) : [];
      const changed = await changeRow(tx, Person, { id: keptId, version }, valuesOf(merged, takenOver), undefined, true);
      if (merged.mergedInto !== null) throw new Problem("CONFLICT", `The person ${mergedId} was merged into ${merged.mergedInto} already.`, { current: merged.version });
      await changeRow(tx, Person, { id: mergedId, version: mergedVersion }, { mergedInto: keptId });
      const both = await overlaps(tx, keptId, mergedId);
      if (overlapping !== OverlappingMemberships.JOIN) refuseOverlaps(both);
      await refuseSameAward(tx, keptId, mergedId);
      const joined = [...(await joinMemberships(tx, both)), ...(await joinConsents(tx, keptId, mergedId)), ...(await joinResidences(tx, keptId, mergedId))];
      const merge = { id: newId(unionIds[0] ?? ""), keptId, mergedId, unionIds, takenOver, reason };
      const moved = await moveRows(tx, mergedId, keptId);
      await tx.insert(PersonMerge, merge);
      const rows = [...joined, ...moved].map(row => ({ ...row, mergeId: merge.id }));
      if (rows.length > 0) await tx.insert(PersonMergeRow, rows as never);
      return changed;
    });
  }

  async undo(input: UndoMergeInput): Promise<Person> {
    const { id: keptId, version, merged: mergedId, reason } = input;
    await this.scope.get(People).named(keptId, "id");
    const merges = await this.scope.read.findBy(PersonMerge, { keptId, mergedId });
    await this.requireChange(keptId, merges.flatMap(({ unionIds }) => unionIds));
    const isNone = new BadInput("merged", `Nobody of the id ${mergedId} is merged into ${keptId}.`);
    if (merges.length === 0) throw isNone;
    return this.scope.write({ action: "undoMerge", input, reason }, Person, async tx => {
      const live = await tx.findOne(PersonMerge, { where: { keptId, mergedId, undone: false }, lock: { mode: "for_no_key_update" } });
      const merged = await tx.findOneByOrFail(Person, { id: mergedId });
      const taken = personDetails.filter(name => live?.takenOver.includes(name));
      const differing: string[] = [];
      const changed = await changeRow(tx, Person, { id: keptId, version }, Object.fromEntries(taken.map(name => [name, null])), (_after, before) => {
        // Asked once the version was found to be the right one, so that whoever is late is told so.
        if (live === null) throw isNone;
        differing.push(...taken.filter(name => before[name] !== merged[name]).map(name => `${name} of the person`));
      }, true);
      const rows = await tx.findBy(PersonMergeRow, { mergeId: live!.id });
      for (const row of rows) differing.push(...(await changedSince(tx, row)));
      if (differing.length > 0) throw new Problem("CONFLICT", `Changed since the merge: ${differing.join(", ")}. Make it as it was then, or correct both people by hand.`, { current: version, fields: differing });
      // What covers two gives way before the other one comes back, and that before its parts, by their names.
      for (const row of rows.sort((a, b) => undoOrder.indexOf(a.what) - undoOrder.indexOf(b.what) || a.rowType.localeCompare(b.rowType))) await putBack(tx, row);
      await tx.update(PersonMerge, { id: live!.id }, { undone: true });
      await tx.update(Person, { id: mergedId }, { mergedInto: null });
      return changed;
    });
  }

  /** Throws unless the viewer may change the kept person, and what is of every union whose records go over. */
  private async requireChange(keptId: string, unionIds: readonly string[]): Promise<void> {
    this.scope.viewer.requireChange(await this.scope.get(PersonUnions).ids.load(keptId));
    for (const unionId of unionIds) {
      try {
        this.scope.viewer.requireChange([unionId]);
      } catch {
        // Not by its name: that somebody is known there is not for everybody.
        throw new Problem("FORBIDDEN", "Records of the merged person belong to unions that your roles do not reach. Somebody whose roles reach all of them has to do it.");
      }
    }
  }
}

const undoOrder = ["JOINED", "REMOVED", "MOVED"];

const valuesOf = (person: Person, names: readonly (keyof Person)[]): Partial<Person> => Object.fromEntries(names.map(name => [name, person[name]]));
