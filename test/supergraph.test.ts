import { readFileSync } from "node:fs";
import path from "node:path";
import { operations } from "@huu-nghi/contract";
import { composeFolder } from "@huu-nghi/gateway";
import { buildDivisionSchema } from "@huu-nghi/subgraph-kit";
import { buildSchema, parse, validate } from "graphql";
import { divisions } from "./system";

const root = path.join(__dirname, "..");
const committed = (file: string) => readFileSync(path.join(root, file), "utf8");
const withoutHeading = (sdl: string) => sdl.replace(/^(#.*\n|\n)+/, "");

describe("what is committed", () => {
  it.each(divisions.map(division => [division.name, division] as const))("is the schema of %s as its code is now", (name, division) => {
    expect(committed(`subgraphs/${name}/schema.graphql`)).toBe(buildDivisionSchema(division).sdl);
  });

  it("is the supergraph of the divisions' schemas, which compose without hints", () => {
    const { supergraphSdl, hints, names } = composeFolder(path.join(root, "subgraphs"));
    expect(hints).toEqual([]);
    expect(names).toEqual(divisions.map(({ name }) => name));
    expect(withoutHeading(committed("gateway/supergraph.graphql"))).toBe(withoutHeading(supergraphSdl));
  });

  it("carries every operation of the contract", () => {
    const schema = buildSchema(committed("gateway/supergraph.graphql"), { assumeValidSDL: true });
    for (const { name, text } of operations()) expect({ name, faults: validate(schema, parse(text)) }).toEqual({ name, faults: [] });
  });
});
