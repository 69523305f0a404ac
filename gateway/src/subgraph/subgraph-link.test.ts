import { loggedAbout } from "@huu-nghi/test-kit";
import { ask, nobody, services, startAnswering, startDivision } from "../fixtures/small-graph.fixture";

const { keep, gateway, close } = services();
afterAll(close);

const startHosts = () => keep(startDivision("hosts"));
const unavailable = (division: string) => ({
  message: `The division ${division} does not answer now; its part is missing. Ask again later.`,
  extensions: { code: "SUBGRAPH_UNAVAILABLE", division, requestId: expect.any(String) as string },
});
const leaks = /https?:|127\.0\.0\.1|10\.0\.0\.7|relation|<html|stack|serviceName|exception|\.ts:|\.js:/;

describe("an error of a division", () => {
  it("keeps code, message, path and public extensions when it is from the table", async () => {
    const running = await gateway({ hosts: (await startHosts()).url });
    const { status, data, errors, text } = await ask(running.url, `{ refused host(id: "1") { name } }`);
    expect([status, data]).toEqual([200, { refused: null, host: { name: "Lan" } }]);
    expect(errors).toEqual([
      {
        message: "Several documents have this number.",
        path: ["refused"],
        extensions: { code: "BAD_USER_INPUT", argument: "number", candidates: ["a", "b"], requestId: expect.any(String) as string },
      },
    ]);
    expect(text).not.toMatch(leaks);
  });

  it.each(["{ broken }", `{ refused(code: "NOT_OF_THE_TABLE") }`, `{ refused(code: "GRAPHQL_VALIDATION_FAILED") }`])(
    "is masked when it is not: %s",
    async query => {
      const running = await gateway({ hosts: (await startHosts()).url });
      const { status, errors, text } = await ask(running.url, query);
      expect(status).toBe(200);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: "INTERNAL_SERVER_ERROR", requestId: expect.any(String) as string }]);
      expect(text).not.toMatch(leaks);
    },
  );
});

describe("a division that is down", () => {
  it("takes only its own part of the answer with it", async () => {
    const running = await gateway({ hosts: (await startHosts()).url, "guest-visits": nobody });
    const { status, data, errors, text } = await ask(running.url, `{ friend: host(id: "1") { name who: guests } hosts { guests } count: visitCount }`);
    expect([status, data]).toEqual([200, { friend: { name: "Lan", who: null }, hosts: [{ guests: null }, { guests: null }], count: null }]);
    const paths = errors?.map(({ path }) => path);
    expect(paths).toHaveLength(3);
    expect(paths).toEqual(expect.arrayContaining([["count"], ["friend", "who"], ["hosts"]]));
    expect(errors?.[0]).toMatchObject(unavailable("guest-visits"));
    expect(text).not.toMatch(leaks);
  });

  it("is asked again as soon as it is back", async () => {
    const hosts = await startHosts();
    const running = await gateway({ hosts: hosts.url });
    await hosts.close();
    expect((await ask(running.url, "{ hosts { name } }")).errors).toMatchObject([unavailable("hosts")]);
    await keep(startDivision("hosts", hosts.port));
    expect((await ask(running.url, "{ hosts { name } }")).errors).toBeUndefined();
  });

  it.each<[string, number, string, string]>([
    ["a page instead of JSON", 200, "text/html", "<html>nginx</html>"],
    ["503 and a page", 503, "text/html", "<html>nginx</html>"],
    ["truncated JSON", 200, "application/json", `{"data": {"_enti`],
    ["JSON that is no answer", 200, "application/json", `["http://10.0.0.7"]`],
    ["neither data nor errors", 200, "application/json", "{}"],
    ["another number of entities", 200, "application/json", `{"data": {"_entities": []}}`],
    ["errors that are none", 200, "application/json", `{"errors": "relation"}`],
    ["401", 401, "application/json", `{"errors": [{"message": "relation", "extensions": {"code": "UNAUTHENTICATED"}}]}`],
    ["500 with errors", 500, "application/json", `{"errors": [{"message": "relation", "extensions": {"code": "FORBIDDEN"}}]}`],
  ])("answers with %s: the same to a client", async (_what, status, type, body) => {
    const neighbour = await keep(startAnswering((_request, response) => response.writeHead(status, { "content-type": type }).end(body)));
    const running = await gateway({ hosts: (await startHosts()).url, "guest-visits": neighbour.url });
    const answer = await ask(running.url, `{ host(id: "1") { name guests } }`);
    expect([answer.status, answer.data]).toEqual([200, { host: { name: "Lan", guests: null } }]);
    expect(answer.errors).toEqual([{ ...unavailable("guest-visits"), path: ["host", "guests"] }]);
    expect(answer.text).not.toMatch(leaks);
  });

  it("cannot send the gateway on to another address", async () => {
    const elsewhere = await keep(startAnswering((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end(`{"data":{"visitCount":666}}`);
    }));
    const neighbour = await keep(startAnswering((_request, response) => response.writeHead(307, { location: elsewhere.url }).end()));
    const running = await gateway({ "guest-visits": neighbour.url });
    expect(await ask(running.url, "{ visitCount }")).toMatchObject({ data: { visitCount: null }, errors: [unavailable("guest-visits")] });
  });

  it("is not waited for longer than its time", async () => {
    const silent = await keep(startAnswering(() => undefined));
    const running = await gateway({ hosts: (await startHosts()).url, "guest-visits": silent.url }, { links: { timeoutMs: 150 } });
    const { data, errors } = await ask(running.url, `{ host(id: "1") { name } visitCount }`);
    expect([data, errors]).toMatchObject([{ host: { name: "Lan" }, visitCount: null }, [unavailable("guest-visits")]]);
  });
});

describe("a division that answers", () => {
  const answering = (status: number, body: object) =>
    keep(startAnswering((_request, response) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))));

  it("refuses with a status of 4xx as it would with 200", async () => {
    const refusal = { message: "No such moon.", extensions: { code: "BAD_USER_INPUT", argument: "moon" } };
    const sent = { ...refusal, extensions: { ...refusal.extensions, http: { status: 418 }, serviceName: "x" } };
    const running = await gateway({ hosts: (await answering(400, { errors: [sent] })).url });
    const { status, errors, text } = await ask(running.url, "{ tide }");
    expect([status, errors]).toMatchObject([200, [refusal]]);
    expect(text).not.toMatch(leaks);
  });

  it("with null for what may not be null is told as an error with its path, and in the log by its field", async () => {
    const running = await gateway({ hosts: (await answering(200, { data: { host: { name: null } } })).url });
    const { data, errors, extensions } = await ask(running.url, `{ host(id: "1") { name } }`);
    expect([data, extensions]).toEqual([{ host: null }, undefined]);
    expect(errors).toMatchObject([{ path: ["host", "name"], extensions: { code: "INTERNAL_SERVER_ERROR", requestId: expect.any(String) as string } }]);
    expect(loggedAbout(String(errors?.[0]?.extensions?.["requestId"]))).toMatchObject([
      { process: "gateway", level: 50, fields: ["host.name"] },
      { process: "gateway", msg: "request", errors: ["INTERNAL_SERVER_ERROR"] },
    ]);
  });

  it.each([7, { "http://10.0.0.7": 1 }, [{ relation: 1 }], "http://10.0.0.7", null])("with an error whose path is none (%j): the rest stays", async path => {
    const odd = await answering(200, { data: { visitCount: null }, errors: [{ message: "relation", path, locations: "http://10.0.0.7", extensions: "http://10.0.0.7" }] });
    const running = await gateway({ hosts: (await startHosts()).url, "guest-visits": odd.url });
    const { status, data, errors, text } = await ask(running.url, `{ host(id: "1") { name } visitCount }`);
    expect([status, data]).toEqual([200, { host: { name: "Lan" }, visitCount: null }]);
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    expect(text).not.toMatch(leaks);
  });

  it("with ten thousand errors: the first thousand are told, and that there are more", async () => {
    const refusal = { message: "Not this host.", path: ["hosts"], extensions: { code: "FORBIDDEN" } };
    const running = await gateway({ hosts: (await answering(200, { data: { hosts: null }, errors: new Array(10_000).fill(refusal) })).url });
    const { status, errors = [] } = await ask(running.url, "{ hosts { name } }");
    expect([status, errors.length]).toEqual([200, 1001]);
    expect([errors[999], errors[1000]]).toMatchObject([refusal, { extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
  });

  it("with an error that is nested too deep to be passed on: it is masked", async () => {
    const deep = `{"data":{"hosts":null},"errors":[{"message":"relation","path":["hosts"],"extensions":{"code":"CONFLICT","current":${"[".repeat(1e5)}${"]".repeat(1e5)}}}]}`;
    const hosts = await keep(startAnswering((_request, response) => response.writeHead(200).end(deep)));
    const { status, errors } = await ask((await gateway({ hosts: hosts.url })).url, "{ hosts { name } }");
    expect([status, errors]).toMatchObject([200, [{ path: ["hosts"], extensions: { code: "INTERNAL_SERVER_ERROR" } }]]);
  });
});
