import { changeRow, isDemoUnion, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Successions } from "../succession";
import { checkHoldsParts } from "./association-life";
import { AssociationSuccession } from "./association-succession";
import { FriendshipAssociation } from "./friendship-association";
import { FriendshipAssociations } from "./friendship-associations";

const partyOf = ({ id, version, foundedOn, dissolvedOn, unionId }: FriendshipAssociation) => ({ id, version, foundedOn, endedOn: dissolvedOn, unionIds: [unionId], demo: isDemoUnion(unionId) });

export class AssociationSuccessions extends Successions<AssociationSuccession> {
  constructor(scope: RequestScope) {
    super(scope, {
      table: AssociationSuccession,
      rows: "association_succession",
      noun: "friendship association",
      create: "createFriendshipAssociationSuccession",
      correct: "correctFriendshipAssociationSuccession",
      find: async (of, id) => {
        const association = await of.get(FriendshipAssociations).byId.load(id);
        return association && partyOf(association);
      },
      hold: async (tx, id) => partyOf(await tx.findOneOrFail(FriendshipAssociation, { where: { id }, lock: { mode: "for_no_key_update" } })),
      end: async (tx, party, dissolvedOn) => checkHoldsParts(tx, await changeRow(tx, FriendshipAssociation, party, { dissolvedOn }), "effectiveOn"),
    });
  }
}
