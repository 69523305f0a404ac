import { BadInput, endOf, givenText, startOf, today } from "@huu-nghi/subgraph-kit";
import type { Person } from "./person";
import type { PersonDetailsInput } from "./person.input";

// No refusal repeats a value: answers are kept in more places than the record.

/** The fields of personal data. */
export const personDetails = ["phone", "email", "address", "birthDate", "identityNumber", "partyJoinedOn", "religion", "ethnicity", "health", "bankAccount"] as const satisfies (keyof PersonDetailsInput & keyof Person)[];

type Details = { [Name in keyof PersonDetailsInput]-?: string | null };

const forms: Partial<Record<keyof PersonDetailsInput, [RegExp, string]>> = {
  phone: [/^[+\d][\d\s()./-]{4,}$/, "A telephone number has at least five digits, with +, spaces, points, hyphens or brackets."],
  email: [/^[^\s@]+@[^\s@]+$/, "An e-mail address has a name, one @ and a domain."],
};

/** Personal data as it is kept, of what was given. */
export const givenDetails = (details: PersonDetailsInput): Partial<Details> => {
  const entries = Object.entries(details).flatMap(([name, value]: [string, string | null | undefined]) => {
    if (value === undefined) return [];
    const argument = `details.${name}`;
    const [form, hint = ""] = forms[name as keyof PersonDetailsInput] ?? [];
    if (value !== null && form && !form.test(value.trim())) throw new BadInput(argument, hint);
    return [[name, value === null ? null : givenText(argument, value, 500)]];
  });
  return Object.fromEntries(entries) as Partial<Details>;
};

/** Throws where days of a life do not fit together. */
export const checkDays = ({ birthDate, partyJoinedOn }: Pick<Person, "birthDate" | "partyJoinedOn">): void => {
  if (birthDate !== null && birthDate > today()) throw new BadInput("details.birthDate", "The day of birth is still to come.");
  if (partyJoinedOn === null) return;
  if (startOf(partyJoinedOn) > today()) throw new BadInput("details.partyJoinedOn", "The day of joining the Party is still to come.");
  if (birthDate !== null && endOf(partyJoinedOn) < birthDate) throw new BadInput("details.partyJoinedOn", "The day of joining the Party lies before the day of birth.");
};
