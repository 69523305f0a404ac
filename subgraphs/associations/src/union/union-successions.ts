import { changeRow, idsBy, readReportId, sql, type RequestScope, type Sql } from "@huu-nghi/subgraph-kit";
import { Successions } from "../succession";
import { Union } from "./union";
import { checkNoneBelow, checkNoneLater } from "./union-life";
import { UnionSuccession } from "./union-succession";
import { reaching, Unions } from "./unions";

const partyOf = ({ id, version, foundedOn, endedOn, level, demo }: Union) => ({ id, version, foundedOn, endedOn, unionIds: reaching(level, [id]), demo });

/** All whose place these unions took, those before them included; not who went on beside it. `these` is a condition on `successor_id`. */
export const takenOver = (these: Sql) => sql`
  with recursive taken as (
    select successor_id as parent, predecessor_id as id from union_succession where ${these} and kind <> 'SEPARATION'
    union select taken.parent, earlier.predecessor_id from union_succession earlier join taken on earlier.successor_id = taken.id where earlier.kind <> 'SEPARATION'
  ) select parent, id from taken`;

export class UnionSuccessions extends Successions<UnionSuccession> {
  constructor(scope: RequestScope) {
    super(scope, {
      table: UnionSuccession,
      rows: "union_succession",
      noun: "union",
      create: "createUnionSuccession",
      correct: "correctUnionSuccession",
      find: async (of, id) => {
        const union = await of.get(Unions).byId.load(id);
        return union && partyOf(union);
      },
      hold: async (tx, id) => partyOf(await tx.findOneOrFail(Union, { where: { id }, lock: { mode: "for_no_key_update" } })),
      end: async (tx, party, endedOn) => {
        const ended = await changeRow(tx, Union, party, { endedOn });
        await checkNoneBelow(tx, ended);
        await checkNoneLater(tx, ended, "effectiveOn");
      },
    });
  }

  private readonly taken = idsBy(this.scope, ids => sql`${takenOver(sql`successor_id = any(${ids})`)} order by id`);

  /** The unions of a report: the one whose it is, and those whose place it took where they are to count in it. */
  async counted(union: Union, includePredecessors: boolean): Promise<[Union, ...Union[]]> {
    if (!includePredecessors) return [union];
    return [union, ...(await this.scope.get(Unions).known(await this.taken.load(union.id)))];
  }

  ofReport = (id: string): Promise<Union[]> => this.scope.get(Unions).known(readReportId(id)?.unions.map(union => union.id) ?? []);
}
