import type { RequestScope } from "@huu-nghi/subgraph-kit";
import { FriendshipAssociations } from "../friendship-association";
import type { ScholarshipSponsor, SponsorColumns } from "./scholarship";

/** The sponsor behind the columns that say who it is. */
export const sponsorOf = (scope: RequestScope, { sponsorPartnerId, sponsorNgoId, sponsorAssociationId, sponsorName }: SponsorColumns): ScholarshipSponsor => ({
  partner: sponsorPartnerId === null ? null : { id: sponsorPartnerId },
  foreignNgo: sponsorNgoId === null ? null : { id: sponsorNgoId },
  association: sponsorAssociationId === null ? null : scope.get(FriendshipAssociations).byId.load(sponsorAssociationId),
  name: sponsorName,
});
