import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newDevelopmentKey, newKey } from "@huu-nghi/identity";
import { ConfigFault } from "@huu-nghi/service-kit";
import { help, readConfig } from "../config";
import { supergraphAt } from "../fixtures/small-graph.fixture";

const folder = mkdtempSync(join(tmpdir(), "gateway-tokens-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | object) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const supergraph = write("supergraph.graphql", supergraphAt({ hosts: "http://127.0.0.1:4001/graphql", "guest-visits": "http://127.0.0.1:4002/graphql" }));

const read = (env: NodeJS.ProcessEnv) => readConfig(["--supergraph", supergraph], env);
const faultsOf = (env: NodeJS.ProcessEnv): string[] => {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
};
const holding = (...texts: string[]) => texts.map(text => expect.stringContaining(text) as string);
const provider = { OIDC_ISSUER: "https://login.example", OIDC_AUDIENCE: "graph, dashboards", OIDC_JWKS_URL: "https://login.example/jwks" };
const { id, secret } = newKey();
const keys = { GATEWAY_KEYS: `${id}:${secret}` };

describe("whose tokens are taken", () => {
  it("is nobody's unless somebody is named", () => {
    expect(read({}).tokens).toEqual({ provider: undefined, development: undefined });
  });

  it("has defaults for all but the provider's names", () => {
    expect(read(provider).tokens.provider).toEqual({
      issuer: "https://login.example",
      audiences: ["graph", "dashboards"],
      jwksUrl: "https://login.example/jwks",
      algorithms: ["RS256", "PS256", "ES256", "EdDSA"],
      leewaySeconds: 30,
      claims: { role: "roles", division: "division", unions: "unions", exactly: "unions_exactly" },
      roleMap: undefined,
    });
  });

  it("can be told in detail", () => {
    const given = { ...provider, OIDC_ALGORITHMS: "ES384, RS512", OIDC_LEEWAY_SECONDS: "0", ROLE_CLAIM: "realm_access.roles", DIVISION_CLAIM: "d", UNIONS_CLAIM: "u", ROLE_MAP: `{"g":"leader"}` };
    expect(read(given).tokens.provider).toMatchObject({
      algorithms: ["ES384", "RS512"], leewaySeconds: 0, claims: { role: "realm_access.roles", division: "d", unions: "u" }, roleMap: { g: "leader" },
    });
  });

  it("is told with issuer, audience and keys, or not at all", () => {
    expect(faultsOf({ OIDC_ISSUER: "https://login.example" })).toEqual(holding("OIDC_AUDIENCE and OIDC_JWKS_URL are not set"));
    expect(faultsOf({ ...provider, OIDC_AUDIENCE: "" })).toEqual(holding("OIDC_AUDIENCE is not set"));
  });

  it.each(["none", "HS256", "RS256,HS512", "rs256", ","])("is never told by the algorithm %s", algorithms => {
    expect(faultsOf({ ...provider, OIDC_ALGORITHMS: algorithms })).toEqual(holding("none and HS256 and the like are never taken"));
  });

  it.each([["http://login.example/jwks", 1], ["http://10.0.0.7/jwks", 1], ["http://127.0.0.1:8080/jwks", 0], ["http://localhost/jwks", 0], ["http://[::1]/jwks", 0], ["https://login.example/jwks", 0]])(
    "may be told by the keys at %s in production: %i faults",
    (url, faults) => {
      const given = { ...provider, OIDC_JWKS_URL: url };
      expect(faultsOf({ ...given, ...keys, NODE_ENV: "production" })).toEqual(holding(...["OIDC_JWKS_URL begins with http:"].slice(0, faults)));
      expect(faultsOf(given)).toEqual([]);
    },
  );
});

describe("the mapping of groups to roles", () => {
  it("may stand in a file", () => {
    const file = write("roles.json", { "hn-dong-nai": { role: "officer", division: "ngo-aid", unions: "dong-nai" } });
    expect(read({ ...provider, ROLE_MAP_FILE: file }).tokens.provider?.roleMap).toEqual({ "hn-dong-nai": { role: "officer", division: "ngo-aid", unions: "dong-nai" } });
    expect(read({ ...provider, ROLE_MAP_FILE: "roles.json", INIT_CWD: folder }).tokens.provider?.roleMap).toBeDefined();
  });

  it("stands in one place", () => {
    expect(faultsOf({ ROLE_MAP: "{}", ROLE_MAP_FILE: "x" })).toEqual(holding("ROLE_MAP and ROLE_MAP_FILE are both set"));
  });

  it.each([
    ["{", "ROLE_MAP is not JSON. It looks like {"],
    ["[]", "ROLE_MAP, at its top: a mapping is an object"],
    [`{"g":"king"}`, "ROLE_MAP, g: a group means a role (viewer, officer, leader, admin)"],
    [`{"g":{"role":"officer","divison":"ngo-aid"}}`, `ROLE_MAP, g: Unrecognized key: "divison"`],
    [`{"g":{"role":"leader","division":"ngo-aid"}}`, "ROLE_MAP, g: only an officer is bound to a division"],
    [`{"g":{"role":"officer","unions":["Đồng Nai"]}}`, "ROLE_MAP, g.unions.0: a union's id looks like dong-nai"],
  ])("is refused as %s", (text, fault) => {
    expect(faultsOf({ ROLE_MAP: text })).toEqual(holding(fault));
  });
});

describe("the keys of development tokens", () => {
  it("are public ones of a file, and none in production", async () => {
    const { jwks, privateKey } = await newDevelopmentKey();
    const file = write("development.json", jwks);
    expect(read({ DEVELOPMENT_TOKENS_FILE: file }).tokens.development).toEqual(jwks);
    expect(faultsOf({ DEVELOPMENT_TOKENS_FILE: file, NODE_ENV: "production", ...keys })).toEqual(holding("development tokens are not taken there"));
    const privately = faultsOf({ DEVELOPMENT_TOKENS_FILE: write("private.json", { keys: [privateKey] }) });
    expect(privately).toEqual(holding("this is a private key"));
    expect(privately.join()).not.toContain(privateKey.d);
    expect(faultsOf({ DEVELOPMENT_TOKENS_FILE: write("empty.json", { keys: [] }) })).toEqual(holding("there is no key"));
    expect(faultsOf({ DEVELOPMENT_TOKENS_FILE: join(folder, "absent") })).toEqual(holding("cannot be read"));
  });
});

describe("the keys by which subgraphs know the gateway", () => {
  it("come from the environment or from a file, not from both", () => {
    expect(read(keys).keys?.signing()).toEqual({ id, secret });
    const file = write("keys.json", { keys: [{ id: "mine", secret, developer: true }, { id, secret }] });
    expect(read({ GATEWAY_KEYS_FILE: "keys.json", INIT_CWD: folder }).keys?.signing().id).toBe(id);
    expect(faultsOf({ ...keys, GATEWAY_KEYS_FILE: file })).toEqual(holding("both set"));
  });

  it("can be done without, but not in production", () => {
    expect(read({}).keys).toBeUndefined();
    expect(faultsOf({ NODE_ENV: "production" })).toEqual(holding("GATEWAY_KEYS_FILE is not set, and NODE_ENV is production"));
    expect(faultsOf({ NODE_ENV: "production", ...keys })).toEqual([]);
  });

  it.each([
    ["short", "x".repeat(31), "31 bytes"],
    ["a known example", "your-256-bit-secret-your-256-bit-secret", "known example"],
    ["a default of ours", "huu-nghi-gateway-key-for-everybody-2026", "known example"],
    ["one letter many times", "a".repeat(64), "known example"],
  ])("are refused when they are %s, without being repeated", (_what, weak, said) => {
    for (const given of [{ GATEWAY_KEYS: `a:${weak}` }, { GATEWAY_KEYS_FILE: write("weak.json", { keys: [{ id: "a", secret: weak }] }) }]) {
      const faults = faultsOf(given);
      expect(faults).toEqual(holding(said));
      expect(faults.join()).not.toContain(weak);
    }
  });

  it("are refused with all other faults at once", () => {
    const env = { PORT: "x", OIDC_ISSUER: "i", OIDC_LEEWAY_SECONDS: "301", ROLE_MAP: "{", DEVELOPMENT_TOKENS_FILE: "x", GATEWAY_KEYS: "a:b", NODE_ENV: "production" };
    expect(faultsOf(env)).toEqual(holding("PORT", "OIDC_LEEWAY_SECONDS", "OIDC_AUDIENCE and OIDC_JWKS_URL are not set", "ROLE_MAP is not JSON", "DEVELOPMENT_TOKENS_FILE is set", "GATEWAY_KEYS"));
  });
});

describe("the gateway's help", () => {
  it("tells of every variable that is read", () => {
    const read = ["OIDC_ISSUER", "OIDC_AUDIENCE", "OIDC_JWKS_URL", "OIDC_ALGORITHMS", "OIDC_LEEWAY_SECONDS", "ROLE_CLAIM", "DIVISION_CLAIM", "UNIONS_CLAIM", "ROLE_MAP ", "ROLE_MAP_FILE", "GATEWAY_KEYS ", "GATEWAY_KEYS_FILE", "DEVELOPMENT_TOKENS_FILE"];
    for (const variable of read) expect(help).toContain(`  ${variable}`);
  });
});
