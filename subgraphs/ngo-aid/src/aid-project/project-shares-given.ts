import { BadInput, few, foreignId } from "@huu-nghi/subgraph-kit";
import { Decimal } from "decimal.js";
import type { ChangeAidProjectInput } from "./aid-project.input";
import type { ProjectAssociation, ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";

/** What an input says of a project's shares, checked; undefined for what it says nothing of. */
export interface GivenShares {
  ngos: Omit<ProjectNgo, "projectId">[] | undefined;
  sectors: Omit<ProjectSector, "projectId">[] | undefined;
  localities: Omit<ProjectLocality, "projectId">[] | undefined;
  associations: Omit<ProjectAssociation, "projectId">[] | undefined;
}

const most = 100;
// More digits than that are a mistake, and would be lost in sums.
const mostDigits = 10;

/** Shares that are no more than the whole together. */
const within = <Share extends { percentage?: string | null }>(argument: string, shares: readonly Share[]): readonly Share[] => {
  const given = shares.flatMap(({ percentage }) => percentage ?? []);
  const wrong = given.find(each => each.length > mostDigits || new Decimal(each).lte(0) || new Decimal(each).gt(100));
  if (wrong !== undefined) throw new BadInput(argument, `A percentage is more than 0, 100 at most, and has at most ${mostDigits} characters.`);
  const total = given.reduce((sum, each) => sum.plus(each), new Decimal(0));
  if (total.gt(100)) throw new BadInput(argument, `The percentages of ${argument} are ${total.toFixed()} together, more than 100.`);
  return shares;
};

const association = (id: string) => {
  if (foreignId("associations", id).indexOf(":") > 0) return { associationId: id };
  throw new BadInput("associations", "The id of an association begins with its union's, as in dong-nai:la.");
};

type SharesInput = Pick<ChangeAidProjectInput, "ngos" | "sectors" | "localities" | "associations">;

export const givenShares = ({ ngos, sectors, localities, associations }: SharesInput): GivenShares => ({
  ngos: ngos == null ? undefined : within("ngos", few("ngos", ngos, most, ({ ngo }) => ngo)).map(({ ngo, percentage = null }) => ({ ngoId: ngo, percentage })),
  sectors: sectors == null ? undefined : within("sectors", few("sectors", sectors, most, ({ sector }) => sector)).map(({ sector, percentage }) => ({ sectorCode: foreignId("sectors", sector), percentage })),
  localities:
    localities == null ? undefined : within("localities", few("localities", localities, most, ({ locality }) => locality)).map(({ locality, percentage = null }) => ({ localityId: locality, percentage })),
  associations: associations == null ? undefined : few("associations", associations, most, id => id).map(association),
});
