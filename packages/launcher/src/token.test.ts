import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { developmentAudience, developmentIssuer, grantsOf } from "@huu-nghi/identity";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { tokenFor } from "./token";

const divisions = ["associations", "ngo-aid"];

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "huu-nghi-token-"));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const tokenOf = (...args: string[]) => tokenFor(args, divisions, { dataDir, production: false });

/** As a gateway does that was told of the public file only. */
const claimsOf = async (token: string) => {
  const keys = createLocalJWKSet(JSON.parse(readFileSync(join(dataDir, "development-tokens.json"), "utf8")) as JSONWebKeySet);
  return (await jwtVerify(token, keys, { issuer: developmentIssuer, audience: developmentAudience, algorithms: ["EdDSA"] })).payload;
};

describe("a development token", () => {
  it("is an officer's, of divisions and unions", async () => {
    const claims = await claimsOf(await tokenOf("--role", "officer", "--division", "associations", "--division=ngo-aid", "--union", "dong-nai", "--subject", "lan"));
    expect(claims.sub).toBe("lan");
    expect(claims.exp! - claims.iat!).toBe(720 * 60);
    expect(grantsOf(claims)).toEqual(divisions.map(division => ({ role: "officer", division, unions: ["dong-nai"], withBelow: true })));
  });

  it.each([
    [["--role", "viewer"], { role: "viewer", unions: [], withBelow: true }],
    [["--role", "viewer", "--union", "dong-nai", "--union", "vufo", "--exactly"], { role: "viewer", unions: ["dong-nai", "vufo"], withBelow: false }],
    [["--role", "leader"], { role: "leader", unions: ["*"], withBelow: true }],
    [["--role", "leader", "--union", "dong-nai"], { role: "leader", unions: ["dong-nai"], withBelow: true }],
    [["--role", "admin"], { role: "admin", unions: ["*"], withBelow: true }],
  ])("with %j grants %j", async (args, grant) => {
    expect(grantsOf(await claimsOf(await tokenOf(...args)))).toEqual([grant]);
  });

  it("is good for as long as asked", async () => {
    const { exp, iat } = await claimsOf(await tokenOf("--role", "viewer", "--minutes", "1"));
    expect(exp! - iat!).toBe(60);
  });

  it.each([
    [[], [/--role is needed/]],
    [["--role", "boss"], [/--role boss is no role; the roles are viewer, officer, leader, admin/]],
    [["--role"], [/--role needs a value/]],
    [["--role", "--exactly"], [/--role needs a value/]],
    [["--role", "viewer", "--role", "admin"], [/--role is given twice/]],
    [["--role", "officer"], [/needs --division: associations, ngo-aid/, /needs --union/]],
    [["--role", "officer", "--division", "visas", "--union", "Đồng Nai"], [/--division visas is no division/, /--union Đồng Nai is no union's id/]],
    [["--role", "leader", "--division", "ngo-aid"], [/--division goes with --role officer/]],
    [["--role", "viewer", "--minutes", "0", "--exactly=no"], [/--minutes 0 is no whole number from 1 to 10080/, /--exactly takes no value/]],
    [["--role", "viewer", "--minutes", "10081"], [/--minutes 10081/]],
    [["--role", "viewer", "--minutes", "1e3"], [/--minutes 1e3/]],
    [["--role", "viewer", "--subject", "x".repeat(256)], [/--subject has 256 characters; at most 255/]],
    [["--role", "viewer", "--until", "2030", "--x"], [/no option --until/, /no option --x/]],
    [["--role", "viewer", "--union", "README.md", "package.json"], [/--union README.md/, /Not expected: package.json/]],
  ])("with %j is refused, all faults at once", async (args, faults) => {
    const message = await tokenOf(...args).catch((error: Error) => error.message);
    for (const fault of faults) expect(message).toMatch(fault);
    expect(message).toMatch(/--help/);
  });

  it("is refused in production, which says why", async () => {
    await expect(tokenFor(["--role", "admin"], divisions, { dataDir, production: true })).rejects.toThrow(/NODE_ENV=production.*identity provider/);
  });
});
