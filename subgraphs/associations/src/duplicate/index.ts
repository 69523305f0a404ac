import { defineDomain, holding, keptRecord } from "@huu-nghi/subgraph-kit";
import { PersonUnions, unionsOfPerson } from "../person";
import { CreateDuplicate1764400008000 } from "./1764400008000-create.migration";
import { DuplicateDismissal } from "./duplicate";
import { DuplicateCandidateResolver, DuplicateChangesResolver, PersonMergeResolver, PersonMergesResolver } from "./duplicate.resolver";
import { PersonMerge, PersonMergeRow } from "./person-merge";

export const duplicates = defineDomain({
  tables: [DuplicateDismissal, PersonMerge, PersonMergeRow],
  resolvers: [
    DuplicateCandidateResolver, PersonMergeResolver, PersonMergesResolver, DuplicateChangesResolver,
    ...keptRecord(PersonMerge, { role: "officer", unionsOf: (scope, { keptId }) => scope.get(PersonUnions).ids.load(keptId) }).resolvers,
  ],
  migrations: [CreateDuplicate1764400008000],
  // What a merge kept for being undone says what the two were.
  personalData: [
    holding({ section: "merges", table: PersonMerge, person: "keptId", erased: "row", unions: unionsOfPerson("held.kept_id") }),
    holding({ section: "mergesIntoOthers", table: PersonMerge, person: "mergedId", erased: "row", unions: unionsOfPerson("held.kept_id") }),
    holding({ section: "dismissedPairs", table: DuplicateDismissal, person: "firstId", erased: "row", unions: unionsOfPerson("held.first_id") }),
    holding({ section: "dismissedPairsToo", table: DuplicateDismissal, person: "secondId", erased: "row", unions: unionsOfPerson("held.second_id") }),
  ],
});
