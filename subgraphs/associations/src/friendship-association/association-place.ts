import { districtsExistOn } from "@huu-nghi/reference";
import { BadInput, startOf } from "@huu-nghi/subgraph-kit";
import type { EntityManager } from "typeorm";
import { Union, UnionLevel } from "../union";
import { AssociationLevel, FriendshipAssociation } from "./friendship-association";

/** The level of an association of which nothing else is said. */
const usual = ({ level }: Union) => (level === UnionLevel.NATIONAL ? AssociationLevel.NATIONAL : AssociationLevel.PROVINCIAL);

export const levelOf = ({ ownLevel }: Pick<FriendshipAssociation, "ownLevel">, union: Union): AssociationLevel => ownLevel ?? usual(union);

const order = Object.values(AssociationLevel);
const isAbove = (upper: AssociationLevel, lower: AssociationLevel) => order.indexOf(upper) < order.indexOf(lower);

/** A district's association belongs to its province's, and through that to the national one. */
const refuseLeap = (upper: AssociationLevel, lower: AssociationLevel, argument: string): void => {
  if (upper === AssociationLevel.NATIONAL && lower === AssociationLevel.DISTRICT)
    throw new BadInput(argument, "An association of a district is below one of a province, and not right below a national one. Name the one of its province, or none where there is none.");
};

/** Districts were abolished: one that was founded before keeps its level. */
const refuseAfterDistricts = (level: AssociationLevel, foundedOn: string | null): void => {
  if (level === AssociationLevel.DISTRICT && foundedOn !== null && !districtsExistOn(startOf(foundedOn)))
    throw new BadInput("level", `There are no districts since 1 July 2025, and foundedOn is ${foundedOn}. Leave the level out for that of its union, or correct the date.`);
};

/** Throws unless an association fits in with its union, its parent and those below it: each is below a higher level only, so that there is no circle. */
export const holdPlace = async (tx: EntityManager, association: FriendshipAssociation): Promise<void> => {
  const { id, parentId, unionId, foundedOn } = association;
  const levelOfOther = async (other: FriendshipAssociation) => levelOf(other, await tx.findOneByOrFail(Union, { id: other.unionId }));
  const union = await tx.findOneByOrFail(Union, { id: unionId });
  const level = levelOf(association, union);
  if (isAbove(level, usual(union))) throw new BadInput("level", `The union ${unionId} has no association of the level ${level}; ${usual(union)} is its own.`);
  refuseAfterDistricts(level, foundedOn);
  const children = await tx.findBy(FriendshipAssociation, { parentId: id });
  for (const child of children) {
    const below = await levelOfOther(child);
    if (!isAbove(level, below)) throw new BadInput("level", `${child.id}, which is below it, is of no lower level than ${level}. Put that one elsewhere first.`);
    refuseLeap(level, below, "level");
  }
  if (parentId === null) return;
  const parent = await tx.findOne(FriendshipAssociation, { where: { id: parentId }, lock: { mode: "pessimistic_read" } });
  if (!parent) throw new BadInput("parent", `There is no friendship association ${parentId}.`);
  const above = await levelOfOther(parent);
  refuseLeap(above, level, "parent");
  if (!isAbove(above, level)) throw new BadInput("parent", `${parentId} is of no higher level than ${level}; an association is below one of a higher level.`);
};

export const refuseOwnParent = (id: string, parentId: string | null | undefined): void => {
  if (parentId === id) throw new BadInput("parent", "An association is not its own parent. Name the one above it, or none.");
};
