import { fixedKeys, type SigningKey } from "./key-ring";
import { newKey } from "./new-key";
import { sign, SignatureCheck, signatureHeader, toleranceMs, viewerHeader, type ReceivedRequest } from "./request-signature";
import { visitor, type Viewer } from "./viewer";

const lan: Viewer = { id: "lan@example.org", grants: [{ role: "officer", division: "ngo-aid", unions: ["dong-nai"] }] };
const request = { method: "POST", path: "/graphql?a=1", requestId: "request-1", body: `{"query":"{ tên }"}`, viewer: lan };

const received = (headers: Record<string, string>, others: Partial<Omit<ReceivedRequest, "header">> = {}): ReceivedRequest => ({
  method: "POST",
  path: "/graphql?a=1",
  body: Buffer.from(request.body),
  header: name => headers[name],
  ...others,
});

let key: SigningKey;
let check: SignatureCheck;
beforeEach(() => {
  key = newKey();
  check = new SignatureCheck(fixedKeys([key]));
});

describe("a signed request", () => {
  it("tells who asks", () => {
    expect(check.check(received(sign(request, key)))).toEqual({ viewer: lan });
    expect(check.check(received(sign({ ...request, viewer: visitor }, key)))).toEqual({ viewer: visitor });
  });

  it("may be signed by either of two live keys", () => {
    const older = newKey();
    const both = new SignatureCheck(fixedKeys([key, older]));
    expect(both.check(received(sign(request, key)))).toEqual({ viewer: lan });
    expect(both.check(received(sign(request, older)))).toEqual({ viewer: lan });
  });

  it("holds nothing of the secret", () => {
    expect(JSON.stringify(sign(request, key))).not.toContain(key.secret);
  });

  it.each<[string, (headers: Record<string, string>) => ReceivedRequest]>([
    ["method", headers => received(headers, { method: "GET" })],
    ["path", headers => received(headers, { path: "/other?a=1" })],
    ["query string", headers => received(headers, { path: "/graphql?a=2" })],
    ["body", headers => received(headers, { body: Buffer.from(`{"query":"{ ten }"}`) })],
    ["body that was taken away", headers => received(headers, { body: Buffer.alloc(0) })],
    ["request id", headers => received({ ...headers, "x-request-id": "request-2" })],
    ["viewer", headers => received({ ...headers, [viewerHeader]: Buffer.from(JSON.stringify({ ...lan, grants: [{ role: "admin", unions: ["*"] }] })).toString("base64url") })],
    ["time", headers => received({ ...headers, [signatureHeader]: headers[signatureHeader]!.replace(/time=\d+/, `time=${Date.now() + 5}`) })],
    ["nonce", headers => received({ ...headers, [signatureHeader]: headers[signatureHeader]!.replace(/nonce=[^,]+/, "nonce=AAAAAAAAAAAAAAAAAAAAAAAA") })],
    ["signature", headers => received({ ...headers, [signatureHeader]: headers[signatureHeader]!.replace(/hmac=./, found => (found === "hmac=A" ? "hmac=B" : "hmac=A")) })],
  ])("is not taken with an altered %s", (_what, altered) => {
    expect(check.check(altered(sign(request, key)))).toEqual({ fault: "altered" });
  });

  it("is taken once", () => {
    const headers = sign(request, key);
    expect(check.check(received(headers))).toEqual({ viewer: lan });
    expect(check.check(received(headers))).toEqual({ fault: "replayed" });
  });

  it("is not used up by somebody who altered it", () => {
    const headers = sign(request, key);
    expect(check.check(received(headers, { path: "/x" }))).toEqual({ fault: "altered" });
    expect(check.check(received(headers))).toEqual({ viewer: lan });
  });

  it.each([
    ["none", {}, "unsigned"],
    ["only a viewer", { [viewerHeader]: "e30" }, "unsigned"],
    ["another form", { [viewerHeader]: "e30", [signatureHeader]: "huu-nghi-2 key=a" }, "malformed"],
    ["two signatures in one", { [viewerHeader]: "e30", [signatureHeader]: "huu-nghi-1 key=a,time=1,nonce=b,hmac=c, huu-nghi-1 key=a" }, "malformed"],
  ])("has a signature, not %s", (_what, headers, fault) => {
    expect(check.check(received(headers as Record<string, string>))).toEqual({ fault });
  });

  it("is signed by a known key", () => {
    expect(check.check(received(sign(request, newKey())))).toEqual({ fault: "unknown key" });
    expect(check.check(received(sign(request, { ...newKey(), id: key.id })))).toEqual({ fault: "altered" });
  });

  it("names a viewer that can be one, even when the gateway's key signed another", () => {
    const odd = { id: "x", grants: [{ role: "king", unions: [] }] } as unknown as Viewer;
    expect(check.check(received(sign({ ...request, viewer: odd }, key)))).toEqual({ fault: "malformed" });
  });
});

describe("the clock", () => {
  const at = Date.UTC(2026, 10, 22);
  const checkAt = (now: number) => new SignatureCheck(fixedKeys([key]), () => now).check(received(sign(request, key, at)));

  it("may differ by half a minute both ways, and not by more", () => {
    expect(toleranceMs).toBe(30_000);
    for (const now of [at, at + toleranceMs, at - toleranceMs]) expect(checkAt(now)).toEqual({ viewer: lan });
    for (const now of [at + toleranceMs + 1, at - toleranceMs - 1]) expect(checkAt(now)).toEqual({ fault: "stale" });
  });

  it("never lets a signature in twice, however late, while it could still be good", () => {
    let now = at;
    const patient = new SignatureCheck(fixedKeys([key]), () => now);
    for (let step = 0; step < 40; step += 1) {
      // Others' requests, so that each signature meets another moment of what is remembered.
      patient.check(received(sign(request, key, now)));
      now += (step * 7_000) % (2 * toleranceMs);
      const headers = sign(request, key, now + toleranceMs);
      expect(patient.check(received(headers))).toEqual({ viewer: lan });
      const until = now + 2 * toleranceMs;
      for (now += 13_000; now <= until; now += 13_000) {
        patient.check(received(sign(request, key, now)));
        expect(patient.check(received(headers))).toEqual({ fault: "replayed" });
      }
    }
  });
});
