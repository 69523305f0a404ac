import { auditServer } from "graphql-http";
import { libraries } from "../fixtures/library.fixture";

const { start, close } = libraries();
afterAll(close);

/** The names of the checks by how they went: "ok", or how much it matters that they did not. */
const audit = async (url: string) => {
  const results = await auditServer({ url, fetchFn: fetch });
  const named = (status: string) => results.filter(result => result.status === status).map(({ name }) => name).sort();
  return { count: results.length, errors: named("error"), warnings: named("warn"), notices: named("notice") };
};

// A page of another origin could make this request, which says nothing that it would have to ask for.
const refusedAsForeign = ["MAY accept application/x-www-form-urlencoded formatted GET requests"];
const asksForTheSchema = ["MUST accept utf-8 encoded request", "MUST allow map {variables} parameter when accepting application/json"];
const mayAskForTheSchema = [
  "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
  "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
];
const shouldAskForTheSchema = "SHOULD allow map {variables} parameter when accepting application/graphql-response+json";

it("keeps to each of the 61 rules of GraphQL over HTTP that the audit has", async () => {
  const { url } = await start();
  expect(await audit(url)).toEqual({ count: 61, errors: [], warnings: [], notices: refusedAsForeign });
});

it("keeps to them in production too, where only the checks that ask for the schema are refused", async () => {
  const { url } = await start({ production: true });
  expect(await audit(url)).toEqual({ count: 61, errors: asksForTheSchema, warnings: [shouldAskForTheSchema], notices: [...refusedAsForeign, ...mayAskForTheSchema] });
});
