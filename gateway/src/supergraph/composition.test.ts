import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeFolder, composeSupergraph, type CompositionFault } from "./composition";
import { subgraphsIn } from "./supergraph-file";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n`;
const subgraph = (name: string, sdl: string) => ({ name, sdl: link + sdl, url: `http://${name}.example/graphql` });
const faultsOf = (...subgraphs: ReturnType<typeof subgraph>[]) => {
  try {
    composeSupergraph(subgraphs);
    return [];
  } catch (error) {
    return (error as CompositionFault).faults;
  }
};

describe("composing", () => {
  it("joins subgraphs whose schemas fit, without hints", () => {
    const { supergraphSdl, hints } = composeSupergraph([
      subgraph("hosts", `type Query { host: Host } type Host @key(fields: "id") { id: ID! name: String }`),
      subgraph("visits", `type Host @key(fields: "id") { id: ID! visits: Int }`),
    ]);
    expect(hints).toEqual([]);
    expect(subgraphsIn(supergraphSdl)).toEqual([
      { name: "hosts", url: "http://hosts.example/graphql" },
      { name: "visits", url: "http://visits.example/graphql" },
    ]);
  });

  it("names the subgraph of a syntax error, each at once", () => {
    expect(faultsOf(subgraph("hosts", "type {"), subgraph("visits", "typo Query"))).toEqual([
      expect.stringContaining("[hosts] Syntax Error"),
      expect.stringContaining("[visits] Syntax Error"),
    ]);
  });

  it("names the subgraphs whose types contradict each other", () => {
    const faults = faultsOf(
      subgraph("hosts", "type Query { a: Int @shareable }"),
      subgraph("visits", "type Query { a: String @shareable }"),
    );
    expect(faults).toEqual([expect.stringMatching(/Query\.a.*"hosts".*"visits"/s)]);
  });

  it("tells what composes but is probably not meant", () => {
    const { hints } = composeSupergraph([
      subgraph("hosts", `type Query { a: Place } "Where we stay." type Place @shareable { id: ID }`),
      subgraph("visits", `type Query { b: Place } "Where we go." type Place @shareable { id: ID }`),
    ]);
    expect(hints).toEqual([expect.stringMatching(/^INCONSISTENT_DESCRIPTION Place: /)]);
  });
});

describe("composing a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "gateway-compose-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, sdl?: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "package.json"), "{}");
    if (sdl !== undefined) writeFileSync(join(folder, name, "schema.graphql"), link + sdl);
  };

  it("names subgraphs as their folders and counts their ports in alphabetical order, always with the same result", () => {
    write("ngo-aid", "type Query { b: Int }");
    write("associations", "type Query { a: Int }");
    mkdirSync(join(folder, "left-behind"));
    const { supergraphSdl } = composeFolder(folder);
    expect(subgraphsIn(supergraphSdl)).toEqual([
      { name: "associations", url: "http://127.0.0.1:4001/graphql" },
      { name: "ngo-aid", url: "http://127.0.0.1:4002/graphql" },
    ]);
    expect(composeFolder(folder).supergraphSdl).toBe(supergraphSdl);
  });

  it("says which folder has no schema", () => {
    write("unfinished");
    expect(() => composeFolder(folder)).toThrow("[unfinished] has no schema.graphql");
  });
});
