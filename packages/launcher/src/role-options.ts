import { everyUnion, roles, unionId, type Role } from "@huu-nghi/identity";
import type { GivenOptions, OptionForm } from "./options";

export const roleOptions: Record<string, OptionForm> = { "--role": "once", "--division": "often", "--union": "often", "--subject": "once" };

/** Somebody, as a command line describes them. */
export interface DescribedRole {
  role: Role;
  /** Whose officer. */
  divisions: string[];
  unions: string[];
  subject: string;
}

const longestSubject = 255;

/** Undefined without --role, or with one that there is not; what is wrong is added to `faults`. */
export function readRole(options: GivenOptions, known: string[], faults: string[]): DescribedRole | undefined {
  const name = options.first("--role");
  const role = roles.find(each => each === name);
  const [divisions, unions] = [options.all("--division"), options.all("--union")];
  if (name !== undefined && role === undefined) faults.push(`--role ${name} is no role; the roles are ${roles.join(", ")}.`);
  if (role === "officer" && divisions.length === 0) faults.push(`An officer needs --division: ${known.join(", ")}.`);
  if (role === "officer" && unions.length === 0) faults.push("An officer needs --union: a union's id such as dong-nai, or '*' for every one.");
  if (role !== undefined && role !== "officer" && divisions.length > 0) faults.push(`--division goes with --role officer; a ${role} is of no division.`);
  for (const division of divisions.filter(each => !known.includes(each))) faults.push(`--division ${division} is no division; the divisions are ${known.join(", ")}.`);
  for (const union of unions.filter(each => each !== everyUnion && !unionId.safeParse(each).success)) faults.push(`--union ${union} is no union's id; one looks like dong-nai.`);
  const subject = options.first("--subject") ?? `development-${role}`;
  if (subject.length > longestSubject) faults.push(`--subject has ${subject.length} characters; at most ${longestSubject}.`);
  if (role === undefined) return undefined;
  const readsAll = role === "leader" || role === "admin";
  return { role, divisions, unions: unions.length === 0 && readsAll ? [everyUnion] : unions, subject };
}
