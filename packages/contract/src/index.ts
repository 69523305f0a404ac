import { readFileSync } from "node:fs";
import { join } from "node:path";
import examples from "../operations/examples.json";

/** One operation that deployed dashboards send, with variables that give an interesting answer. */
export interface ContractOperation {
  name: string;
  title: { en: string };
  /** What the example needs before it has something to show. */
  note?: string;
  text: string;
  variables: Record<string, unknown>;
}

const folder = join(__dirname, "../operations");

/** The operations of the client contract, in the order in which a newcomer would open them. */
export const operations = (): ContractOperation[] =>
  Object.entries(examples).map(([name, example]) => ({
    name,
    ...example,
    text: readFileSync(join(folder, `${name}.graphql`), "utf8"),
  }));
