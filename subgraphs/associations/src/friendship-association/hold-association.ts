import type { EntityManager } from "typeorm";
import { FriendshipAssociation } from "./friendship-association";

/** The association, which others do not change, nor what belongs to it, until a change is made: where the parts have to fit together. */
export const holdAssociation = (tx: EntityManager, id: string): Promise<FriendshipAssociation> =>
  tx.findOneOrFail(FriendshipAssociation, { where: { id }, lock: { mode: "for_no_key_update" } });
