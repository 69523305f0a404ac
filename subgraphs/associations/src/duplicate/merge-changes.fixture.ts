import type { ChangeCase } from "@huu-nghi/test-kit";

type Wrong = ChangeCase["invalid"][number];

const wrongReasons: Wrong[] = [[{ reason: "" }, "reason"], [{ reason: " \n" }, "reason"]];
const merge = (number: number) => ({ merged: `person-${number}`, mergedVersion: 1, reason: "The same card number" });

export const mergeChangeCases: ChangeCase[] = [
  { mutation: "mergePersons", of: "createPerson", input: merge, invalid: [...wrongReasons, [{ merged: "nobody" }, "merged"], [{ merged: "of-dong-nai" }, "merged"], [{ overlapping: "PERHAPS" }, "input"]] },
  {
    mutation: "undoMerge",
    of: "mergePersons",
    // Numbers are given one after the other, so that the one before is that of the merge.
    input: number => ({ merged: `person-${number - 1}`, reason: "They are two" }),
    invalid: [...wrongReasons, [{ merged: "nobody" }, "merged"], [{ merged: "of-dong-nai" }, "merged"]],
  },
];
