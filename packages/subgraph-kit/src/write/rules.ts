import { BadInput } from "@huu-nghi/service-kit";
import { id as idForm } from "../records/record-kind";

/** Rules that inputs of every division share; each refusal names the argument. */

export const oneOf = <Value extends string>(argument: string, value: string, allowed: readonly Value[]): Value => {
  if ((allowed as readonly string[]).includes(value)) return value as Value;
  throw new BadInput(argument, `${argument} is one of ${allowed.join(", ")}.`);
};

/** A list that is short, and names nothing twice; `keyOf` says what two parts have in common that name the same. */
export const few = <Part>(argument: string, parts: readonly Part[], most: number, keyOf: (part: Part) => unknown): readonly Part[] => {
  if (parts.length > most) throw new BadInput(argument, `${argument} has at most ${most} entries.`);
  if (new Set(parts.map(part => JSON.stringify(keyOf(part)))).size < parts.length) throw new BadInput(argument, `${argument} names something twice.`);
  return parts;
};

/** The id of something that another division owns: only its form can be checked here. */
export const foreignId = (argument: string, id: string): string => {
  if (idForm.safeParse(id).success) return id;
  throw new BadInput(argument, `${argument} is not an id: an id has small letters, digits, - . and : only.`);
};
