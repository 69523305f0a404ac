import { grantsOf, roleMap, usualClaims, type RoleMap } from "./role-claims";

const withBelow = true;

describe("the grants of a token's claims", () => {
  it("are our own role names by default, each for the unions that the token names", () => {
    expect(grantsOf({ roles: ["viewer", "leader"], unions: ["dong-nai"] })).toEqual([
      { role: "viewer", unions: ["dong-nai"], withBelow },
      { role: "leader", unions: ["dong-nai"], withBelow },
    ]);
  });

  it("are those of an officer for each of the divisions", () => {
    expect(grantsOf({ roles: "officer", division: ["ngo-aid", "associations"], unions: "dong-nai vinh-phuc" })).toEqual([
      { role: "officer", division: "ngo-aid", unions: ["dong-nai", "vinh-phuc"], withBelow },
      { role: "officer", division: "associations", unions: ["dong-nai", "vinh-phuc"], withBelow },
    ]);
  });

  it("hold for the unions below unless the token says exactly these", () => {
    expect(grantsOf({ roles: "admin", unions: "vufo", unions_exactly: true })).toEqual([{ role: "admin", unions: ["vufo"], withBelow: false }]);
    for (const exactly of ["true", 1, "yes"]) expect(grantsOf({ roles: "admin", unions: "vufo", unions_exactly: exactly })).toMatchObject([{ withBelow: false }]);
    for (const exactly of [false, "false", undefined, null]) expect(grantsOf({ roles: "admin", unions: "vufo", unions_exactly: exactly })).toMatchObject([{ withBelow: true }]);
  });

  it("are what groups mean, whose divisions and unions come before the token's", () => {
    const map: RoleMap = { staff: "viewer", heads: { role: "leader", unions: "*" }, aid: { role: "officer", division: ["ngo-aid"], unions: ["dong-nai"] } };
    expect(grantsOf({ roles: ["staff", "heads", "aid", "others"], division: "associations", unions: "vinh-phuc" }, map)).toEqual([
      { role: "viewer", unions: ["vinh-phuc"], withBelow },
      { role: "leader", unions: ["*"], withBelow },
      { role: "officer", division: "ngo-aid", unions: ["dong-nai"], withBelow },
    ]);
    expect(grantsOf({ roles: ["admin"], unions: "*" }, map)).toEqual([{ role: "viewer", unions: [], withBelow }]);
  });

  it("are one for each role and division, with the unions of all groups that give it", () => {
    const map: RoleMap = { a: { role: "leader", unions: ["dong-nai"] }, b: { role: "leader", unions: ["vinh-phuc", "dong-nai"] }, c: { role: "leader", unions: "*" } };
    expect(grantsOf({ roles: ["a", "b"] }, map)).toEqual([{ role: "leader", unions: ["dong-nai", "vinh-phuc"], withBelow }]);
    expect(grantsOf({ roles: ["a", "c"] }, map)).toEqual([{ role: "leader", unions: ["*"], withBelow }]);
  });

  it("may lie deep in the token, or under a name with dots", () => {
    const names = { ...usualClaims, role: "realm_access.roles", unions: "https://graph.example/unions" };
    expect(grantsOf({ realm_access: { roles: ["leader"] }, "https://graph.example/unions": ["*"] }, undefined, names)).toEqual([{ role: "leader", unions: ["*"], withBelow }]);
    expect(grantsOf({ realm_access: null }, undefined, names)).toEqual([{ role: "viewer", unions: [], withBelow }]);
  });

  it("are not those of another group whose name stands within a group's", () => {
    const map: RoleMap = { "data admin": "viewer", admin: "admin", board: { role: "leader", unions: "*" } };
    expect(grantsOf({ roles: "data admin", unions: "*" }, map)).toMatchObject([{ role: "viewer" }]);
    expect(grantsOf({ roles: "Not board" }, map)).toMatchObject([{ role: "viewer", unions: [] }]);
  });

  it("are found for a group whose name has blanks", () => {
    expect(grantsOf({ roles: "Ban Doi ngoai", unions: "*" }, { "Ban Doi ngoai": "leader" })).toMatchObject([{ role: "leader" }]);
    expect(grantsOf({ roles: ["Ban Doi ngoai"], unions: "*" }, { "Ban Doi ngoai": "leader" })).toMatchObject([{ role: "leader" }]);
  });

  it.each([
    ["no claims", {}],
    ["names that nobody mapped", { roles: ["king", "ADMIN", "__proto__", "constructor", "toString"], unions: "*" }],
    ["something else than names", { roles: [1, null, { admin: true }], unions: "*" }],
    ["an object", { roles: { admin: "admin" }, unions: "*" }],
  ])("are those of a viewer without unions for %s", (_what, claims) => {
    expect(grantsOf(claims)).toEqual([{ role: "viewer", unions: [], withBelow }]);
  });

  it("make no officer of nobody's division, and none of a division or union that cannot be one", () => {
    expect(grantsOf({ roles: "officer", unions: "dong-nai" })).toEqual([{ role: "viewer", unions: ["dong-nai"], withBelow }]);
    expect(grantsOf({ roles: "officer", division: ["NGO aid"], unions: ["Đồng Nai", "../x", "*"] })).toEqual([{ role: "viewer", unions: ["*"], withBelow }]);
  });
});

describe("a mapping", () => {
  it("binds nobody but officers to a division", () => {
    expect(roleMap.safeParse({ g: { role: "officer", division: "ngo-aid" } }).success).toBe(true);
    expect(roleMap.safeParse({ g: { role: "leader", division: "ngo-aid" } }).success).toBe(false);
  });

  it("knows no other role and no other property", () => {
    expect(roleMap.safeParse({ g: "king" }).success).toBe(false);
    expect(roleMap.safeParse({ g: { role: "officer", divisions: "ngo-aid" } }).success).toBe(false);
  });
});
