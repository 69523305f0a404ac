import { BadInput, FigureBasis, type Reading, type RequestScope } from "@huu-nghi/subgraph-kit";
import DataLoader from "dataloader";
import { figureOf, GrowthMeasure, type SeriesStep } from "./growth-measure";
import type { GrowthPoint } from "./growth-point";
import { growthStatement, type SubjectKind } from "./growth-statement";
import { seriesDays } from "./series-days";

interface Asked {
  of: SubjectKind;
  id: string;
  measure: GrowthMeasure;
  days: string[];
}

interface Row extends Pick<Reading, "unit" | "qualifier" | "asPrinted" | "source"> {
  parent: string;
  on: string;
  recorded: number | null;
  complete: boolean;
  /** Whether what is asked about had ended by then. */
  over: boolean;
  /** What was reported, in text. */
  value: string | null;
}

interface Period {
  from: string;
  to: string;
  step: SeriesStep;
}

const together = ({ of, measure, days }: Asked) => JSON.stringify([of, measure, days]);

/** How associations, branches and members became more or fewer. */
export class GrowthSeries {
  constructor(private readonly scope: RequestScope) {}

  private readonly points = new DataLoader<Asked, GrowthPoint[], string>(
    async asked => {
      const groups = new Map<string, Asked[]>();
      for (const each of asked) groups.set(together(each), [...(groups.get(together(each)) ?? []), each]);
      const answers = new Map(await Promise.all([...groups].map(async ([key, group]) => [key, await this.read(group)] as const)));
      return asked.map(each => answers.get(together(each))!.get(each.id) ?? []);
    },
    { cacheKeyFn: asked => `${asked.id} ${together(asked)}` },
  );

  ofUnion = (id: string, measure: GrowthMeasure, period: Period) => this.of("union", id, measure, period);

  ofAssociation(id: string, measure: GrowthMeasure, period: Period) {
    if (measure === GrowthMeasure.ASSOCIATIONS) throw new BadInput("measure", "An association is one: ask its union for ASSOCIATIONS, or this one for BRANCHES, MEMBERSHIPS or PEOPLE.");
    return this.of("association", id, measure, period);
  }

  private async of(of: SubjectKind, id: string, measure: GrowthMeasure, { from, to, step }: Period): Promise<GrowthPoint[]> {
    const days = seriesDays(from, to, step);
    return days.length === 0 ? [] : this.points.load({ of, id, measure, days });
  }

  /** The points of each subject, by its id. */
  private async read(group: Asked[]): Promise<Map<string, GrowthPoint[]>> {
    const { of, measure, days } = group[0]!;
    const figure = this.scope.measures.find(({ code }) => code === figureOf[measure])!;
    const rows = await this.scope.rows<Row>(growthStatement({ of, measure, days, ids: group.map(({ id }) => id) }, figure));
    const found = new Map<string, GrowthPoint[]>(group.map(({ id }) => [id, []]));
    for (const row of rows) found.get(row.parent)!.push(pointOf(row));
    return found;
  }
}

const pointOf = ({ on, recorded, complete, over, value, ...printed }: Row): GrowthPoint => {
  const reported = value === null ? null : { ...printed, basis: FigureBasis.REPORTED, value, complete: false };
  const known = recorded === null ? null : String(recorded);
  const holds = reported !== null && !over;
  const basis = known !== null && (complete || !holds) ? FigureBasis.RECORDED : holds ? FigureBasis.REPORTED : null;
  return { on, recorded, reported, value: basis === FigureBasis.RECORDED ? known : basis && value, basis };
};
