type Wrong = [Record<string, unknown>, string];

interface Case {
  mutation: string;
  of?: string;
  hidden?: boolean;
  input: (number: number) => Record<string, unknown>;
  invalid: Wrong[];
}

const wrongReasons: Wrong[] = [[{ reason: "" }, "reason"], [{ reason: " \n" }, "reason"]];
const wrongCountries: Wrong[] = [[{ country: "VN" }, "country"], [{ country: "XX" }, "country"]];
const wrongNumbers: Wrong[] = [
  ...wrongCountries, [{ number: -1 }, "number"], [{ number: 2_000_000_000 }, "number"], [{ asPrinted: " " }, "asPrinted"], [{ statedAsOf: "2999" }, "statedAsOf"], [{ statedAsOf: "soon" }, "input"],
];

/** In the union vinh-phuc, each of another of its people person-1 to person-999; `of-dong-nai` is not one of them. */
export const overseasChangeCases: Case[] = [
  {
    mutation: "createResidenceAbroad",
    hidden: true,
    input: number => ({ person: `person-${number}`, country: "CZ", since: "1985" }),
    invalid: [
      ...wrongCountries, [{ person: "nobody" }, "person"], [{ person: "of-dong-nai" }, "person"], [{ since: "2999" }, "since"], [{ until: "1984" }, "until"], [{ until: "2999" }, "until"], [{ returned: true }, "returned"],
      [{ since: "1985-02-30" }, "input"],
    ],
  },
  {
    mutation: "endResidenceAbroad",
    of: "createResidenceAbroad",
    input: () => ({ on: "2015-06", returned: true, reason: "Came back to Viet Nam" }),
    invalid: [...wrongReasons, [{ on: "1984" }, "on"], [{ on: "2999" }, "on"], [{ on: "soon" }, "input"]],
  },
  {
    mutation: "correctResidenceAbroad",
    of: "createResidenceAbroad",
    input: () => ({ country: "SK", since: "1986-09", reason: "The form says so" }),
    invalid: [...wrongReasons, ...wrongCountries, [{ until: "1984" }, "until"], [{ since: "2999" }, "since"], [{ returned: true }, "returned"]],
  },
  {
    mutation: "createOverseasNumber",
    input: number => ({ union: "vinh-phuc", people: "PEOPLE_ABROAD", country: "DE", statedAsOf: "2015", number, asPrinted: `about ${number} people`, qualifier: "ABOUT", source: { title: `A report of ${number}` } }),
    invalid: [...wrongNumbers, [{ union: "nowhere" }, "union"], [{ source: { title: " " } }, "source.title"]],
  },
  {
    mutation: "correctOverseasNumber",
    of: "createOverseasNumber",
    input: number => ({ number: number + 1000, country: null, reason: "Misread" }),
    invalid: [...wrongReasons, ...wrongNumbers],
  },
];
