import { slopeOf } from "./heap";
import { faultOf } from "./judge";

const asked = { kind: "light", query: "{ giftCount }", variables: {}, expected: { giftCount: 3, people: [{ name: "A" }] } };
const unavailable = (division: string) => ({ message: "It does not answer.", path: ["giftCount"], extensions: { code: "SUBGRAPH_UNAVAILABLE", division } });
const atFault = (division: string) => division === "gifts";

describe("an answer of a soak", () => {
  it("is right, or lacks what a division at fault owes, and says so", () => {
    expect(faultOf(asked, { data: asked.expected }, atFault)).toBeUndefined();
    expect(faultOf(asked, { data: { giftCount: null, people: [{ name: "A" }] }, errors: [unavailable("gifts")] }, atFault)).toBeUndefined();
    expect(faultOf({ ...asked, refusal: "QUERY_TOO_COSTLY" }, { errors: [{ message: "", extensions: { code: "QUERY_TOO_COSTLY" } }] }, atFault)).toBeUndefined();
  });

  it.each([
    ["wrong data", { data: { giftCount: 4, people: [{ name: "A" }] } }],
    ["missing data without an error", { data: { giftCount: null, people: [{ name: "A" }] } }],
    ["an error of a division that is well", { data: { giftCount: null, people: [{ name: "A" }] }, errors: [unavailable("visits")] }],
    ["an error of another kind", { data: null, errors: [{ message: "", path: ["giftCount"], extensions: { code: "INTERNAL_SERVER_ERROR" } }] }],
    ["wrong data beside an error", { data: { giftCount: null, people: [{ name: "B" }] }, errors: [unavailable("gifts")] }],
  ])("is a failure with %s", (_what, answer) => {
    expect(faultOf(asked, answer, atFault)).toBeDefined();
  });

  it("of which there are many leave a heap whose growth is that of the nearest line", () => {
    expect(slopeOf([0, 1, 2, 3].map(minutes => ({ minutes, megabytes: 40 + 2 * minutes + (minutes % 2) })))).toBeCloseTo(2.2);
    expect(slopeOf([{ minutes: 1, megabytes: 40 }])).toBe(0);
  });
});
