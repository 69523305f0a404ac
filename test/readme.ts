import { readFileSync } from "node:fs";
import path from "node:path";

const readme = () => readFileSync(path.join(__dirname, "../README.md"), "utf8");

/** The first fenced block of this language after the mark. */
const blockAfter = (mark: string, language: string) => {
  const block = new RegExp(`${mark}[^]*?\`\`\`${language}\n([^]*?)\`\`\``).exec(readme())?.[1];
  if (block === undefined) throw new Error(`The README has no ${language} block after ${mark}.`);
  return block;
};

/** What the README asks first, and what it says is the answer. */
export const firstQuery = () => blockAfter("<!-- first query -->", "graphql");
export const firstAnswer = (): unknown => JSON.parse(blockAfter("<!-- its answer -->", "json"));
