import { fixedKeys, newKey, type RoleMap } from "@huu-nghi/identity";
import { ask, services } from "../fixtures/small-graph.fixture";
import { newIssuerKey, startIssuer, startRecording, taking, tokenBy, type IssuerKey } from "./token-issuer.fixture";
import type { IdentityProvider } from "./token-check";

const { keep, gateway, close } = services();
let key: IssuerKey;
let provider: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  key = await newIssuerKey("one");
  provider = await keep(startIssuer([key]));
});
afterAll(close);

/** The grants with which a division hears of a token with these claims. */
const grantsBy = async (claims: object, others: Partial<IdentityProvider> = {}) => {
  const visits = await keep(startRecording());
  const { url } = await gateway({ "guest-visits": visits.url }, { tokens: taking(provider.url, others), keys: fixedKeys([newKey()]) });
  await ask(url, "{ visitCount }", {}, { authorization: `Bearer ${await tokenBy(key, { ...claims })}` });
  const [viewer] = visits.viewers();
  expect(viewer?.id).toBe("chi-lan");
  return viewer?.grants;
};

const groups: RoleMap = {
  "hn-leaders": "leader",
  "Ban Quan he Doi ngoai": { role: "officer", division: "foreign-relations" },
  "hn-dong-nai": { role: "officer", division: ["associations", "ngo-aid"], unions: "dong-nai" },
};

describe("the roles of a token", () => {
  it("are the groups of the provider by the configured mapping, with their divisions and unions", async () => {
    const grants = await grantsBy({ groups: ["hn-dong-nai", "domain-users"], unions: ["vinh-phuc"] }, { roleMap: groups, claims: { role: "groups", division: "division", unions: "unions", exactly: "unions_exactly" } });
    expect(grants).toEqual([
      { role: "officer", division: "associations", unions: ["dong-nai"] },
      { role: "officer", division: "ngo-aid", unions: ["dong-nai"] },
    ]);
  });

  it("may lie deep in the token, as a list or as a text", async () => {
    const claims = { role: "realm_access.roles", division: "hn.division", unions: "https://graph.example/unions", exactly: "unions_exactly" };
    const where = { hn: { division: "ngo-aid" }, "https://graph.example/unions": "dong-nai,vinh-phuc", unions_exactly: true };
    expect(await grantsBy({ realm_access: { roles: ["officer"] }, ...where }, { claims })).toEqual([{ role: "officer", division: "ngo-aid", unions: ["dong-nai", "vinh-phuc"] }]);
    expect(await grantsBy({ realm_access: { roles: "viewer leader" }, ...where }, { claims })).toEqual([
      { role: "viewer", unions: ["dong-nai", "vinh-phuc"] },
      { role: "leader", unions: ["dong-nai", "vinh-phuc"] },
    ]);
    expect(await grantsBy({ realm_access: { roles: "Ban Quan he Doi ngoai" }, ...where }, { claims, roleMap: groups })).toEqual([
      { role: "officer", division: "foreign-relations", unions: ["dong-nai", "vinh-phuc"] },
    ]);
  });

  it("are those of a viewer without unions when the token has none that are known", async () => {
    const none = [{ role: "viewer", unions: [] }];
    expect(await grantsBy({ unions: ["*"] })).toEqual(none);
    expect(await grantsBy({ roles: ["domain-users", "Administrator", "__proto__"], unions: "*" })).toEqual(none);
    expect(await grantsBy({ roles: ["admin"], unions: "*" }, { roleMap: groups })).toEqual(none);
    expect(await grantsBy({ roles: { admin: true }, unions: "*" })).toEqual(none);
  });

  it("make no officer without a division", async () => {
    expect(await grantsBy({ roles: "officer", unions: "*" })).toEqual([{ role: "viewer", unions: ["*"] }]);
  });
});
