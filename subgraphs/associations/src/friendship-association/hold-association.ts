import type { EntityManager } from "typeorm";
import { FriendshipAssociation } from "./friendship-association";

/** Keeps others from changing what belongs to an association until a change is made, where the parts have to fit together. */
export const holdAssociation = async (tx: EntityManager, id: string): Promise<void> =>
  void (await tx.findOneOrFail(FriendshipAssociation, { where: { id }, lock: { mode: "for_no_key_update" } }));
