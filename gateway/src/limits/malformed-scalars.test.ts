import { ask, services, startDivision } from "../fixtures/small-graph.fixture";
import { executors } from "../operation/executor";

const { keep, gateway, close } = services();
afterAll(close);

describe.each(executors)("a malformed scalar, before the %s executor,", executor => {
  const start = async () => {
    const hosts = await keep(startDivision("hosts"));
    return { hosts, running: await gateway({ hosts: hosts.url }, { executor }) };
  };

  it.each([
    ["in the document", `{ hosts(countries: "cz") { id } }`, {}, "countries"],
    ["in a list of the document", `{ hosts(countries: ["LA", "cz"]) { id } }`, {}, "countries"],
    ["in an input of the document", `{ hosts(stay: { days: ["2023-02-30"] }) { id } }`, {}, "stay"],
    ["in a variable", `query ($country: CountryCode!) { hosts(countries: [$country]) { id } }`, { country: "cz" }, "countries"],
    ["in a list variable", `query ($them: [CountryCode!]) { hosts(countries: $them) { id } }`, { them: ["LA", 7] }, "countries"],
    ["in a default of a variable", `query ($country: CountryCode = "cz") { hosts(countries: [$country]) { id } }`, {}, "countries"],
    ["in a variable within a list within an input", `query ($day: LocalDate!) { hosts(stay: { days: ["2023-01-01", $day] }) { id } }`, { day: "2023-13-01" }, "stay"],
    ["in a fragment", `query { ...F } fragment F on Query { hosts(stay: { country: "CZE" }) { id } }`, {}, "stay"],
    ["of another kind", `query ($id: ID!) { host(id: $id) { id } }`, { id: { a: 1 } }, "id"],
    ["in an input variable", `query ($stay: Stay) { hosts(stay: $stay) { id } }`, { stay: { days: ["2023-1-1"] } }, "stay"],
  ])("%s is refused with its argument, before any division is asked", async (_where, query, variables, argument) => {
    const { hosts, running } = await start();
    const { status, data, errors } = await ask(running.url, query, variables);
    expect([status, data, errors?.[0]?.extensions]).toMatchObject([400, undefined, { code: "BAD_USER_INPUT", argument, requestId: expect.any(String) as string }]);
    expect(hosts.asked).toEqual([]);
  });

  it("passes when it is well formed, even where no such country is", async () => {
    const { running } = await start();
    expect((await ask(running.url, `{ hosts(countries: ["ZZ"], stay: { days: ["2024-02-29"] }) { id } }`)).errors).toBeUndefined();
  });

  it("is none where the scalar is not one of ours", async () => {
    const { running } = await start();
    const { data } = await ask(running.url, `query ($moon: Moon) { a: tide(moon: { any: ["thing"] }) b: tide(moon: $moon) }`, { moon: "full" });
    expect(data).toEqual({ a: `{"any":["thing"]}`, b: `"full"` });
  });
});
