import type { Viewer } from "@huu-nghi/identity";
import type { TestSubgraph } from "./subgraph";

let sent = 0;

/** Makes changes of a running division by their names, each with a key of its own, as somebody unless told otherwise. */
export const changesOf =
  (test: () => TestSubgraph, usual: Viewer) =>
  async (mutation: string, input: object, fields = "id version", who = usual) => {
    const type = mutation.replace(/^[a-z]+/, "");
    const answer = `${type[0]!.toLowerCase()}${type.slice(1)}`;
    const inputType = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const given = { idempotencyKey: `change-${(sent += 1)}`, ...input };
    const { data, errors = [] } = await test().run(`mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${answer} { ${fields} } } }`, { input: given }, who);
    const refused = errors.map(({ extensions: { code, argument, fields: named } }) => [code, argument ?? named]);
    return { changed: data?.[mutation]?.[answer] ?? null, refused, text: JSON.stringify({ data, errors }) };
  };
