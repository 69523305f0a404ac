type Input = Record<string, unknown>;
type Wrong = [Input, string];

/** Predecessors, a new one for each case. */
export const prepareSuccessions = (database: { query: (statement: string) => Promise<unknown> }) =>
  database.query(`
    insert into friendship_union (id, name_vi, level, parent_id, founded_on) select 'earlier-' || number, 'Liên hiệp mẫu', 'PROVINCIAL', 'vufo', '2000' from generate_series(1, 999) number;
    insert into friendship_association (id, union_id, name_vi, founded_on) select 'vinh-phuc:earlier-' || number, 'vinh-phuc', 'Hội mẫu', '2000' from generate_series(1, 999) number;
  `);

const wrongActs: Wrong[] = [
  [{ effectiveOn: "2999" }, "effectiveOn"], [{ effectiveOn: "1999" }, "effectiveOn"], [{ effectiveOn: "soon" }, "input"], [{ kind: "THEFT" }, "input"],
  [{ decisionNumber: " " }, "decisionNumber"], [{ decidedOn: "2999" }, "decidedOn"], [{ decisionIssuer: "x".repeat(201) }, "decisionIssuer"],
];

const casesOf = (type: string, predecessor: (number: number) => string, successor: string) => [
  {
    mutation: `create${type}Succession`,
    // Officers of both: here they are two unions, or one.
    union: "*",
    input: (number: number) => ({ predecessor: predecessor(number), successor, kind: "MERGER", effectiveOn: "2020-07", decisionNumber: `${number}/QĐ`, decidedOn: "2020", decisionIssuer: "Ban Chấp hành" }),
    invalid: [...wrongActs, [{ predecessor: "nowhere" }, "predecessor"], [{ successor: "nowhere" }, "successor"], [{ predecessor: successor }, "successor"]] as Wrong[],
  },
  {
    mutation: `correct${type}Succession`,
    of: `create${type}Succession`,
    union: "*",
    input: (number: number) => ({ effectiveOn: "2020-08", decisionNumber: `${number}/QĐ-LH`, reason: "The decision says so" }),
    invalid: [...wrongActs, [{ reason: "" }, "reason"], [{ kind: null, effectiveOn: null, decisionNumber: undefined }, "input"]] as Wrong[],
  },
];

export const successionCases = [...casesOf("Union", number => `earlier-${number}`, "vinh-phuc"), ...casesOf("FriendshipAssociation", number => `vinh-phuc:earlier-${number}`, "vinh-phuc:gb")];
