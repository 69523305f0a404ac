import { createHmac, hash, randomUUID, timingSafeEqual } from "node:crypto";
import type { KeyRing, SigningKey } from "./key-ring";
import { decodeViewer, encodeViewer, type Viewer } from "./viewer";

/** Headers that only the gateway may set; a client's copies of them never pass it. */
export const viewerHeader = "x-huu-nghi-viewer";
export const signatureHeader = "x-huu-nghi-signature";

export const toleranceMs = 30_000;

export interface RequestToSign {
  method: string;
  /** With its query string. */
  path: string;
  requestId: string;
  body: string | Buffer;
  viewer: Viewer;
}

interface SignedText extends Omit<RequestToSign, "viewer"> {
  time: string;
  nonce: string;
  /** As it stands in the header. */
  viewer: string;
}

const form = "huu-nghi-1";

// Every part in a line of its own; none but the last can hold a line break, since headers and paths cannot.
const hmacOf = ({ secret }: SigningKey, { method, path, time, nonce, requestId, body, viewer }: SignedText) =>
  createHmac("sha256", secret)
    .update([form, method.toUpperCase(), path, time, nonce, requestId, hash("sha256", body, "hex"), viewer].join("\n"))
    .digest();

/** The headers by which a subgraph knows who sent a request, and for whom; good for one request and for a short time. */
export const sign = ({ viewer, ...request }: RequestToSign, key: SigningKey, now = Date.now()): Record<string, string> => {
  const signed = { ...request, viewer: encodeViewer(viewer), time: String(now), nonce: randomUUID() };
  const hmac = hmacOf(key, signed).toString("base64url");
  return {
    "x-request-id": request.requestId,
    [viewerHeader]: signed.viewer,
    [signatureHeader]: `${form} key=${key.id},time=${signed.time},nonce=${signed.nonce},hmac=${hmac}`,
  };
};

/** Why a request is not the gateway's. For the log; the one who sent it learns no more than that it was refused. */
export type SignatureFault = "unsigned" | "malformed" | "unknown key" | "stale" | "altered" | "replayed";

export interface ReceivedRequest {
  method: string;
  path: string;
  body: Buffer;
  header: (name: string) => string | undefined;
}

const signatureForm = /^huu-nghi-1 key=([\w.-]{1,64}),time=(\d{1,15}),nonce=([\w-]{16,64}),hmac=([\w-]{43})$/;

/** Knows the nonces of the time in which a signature is good, so that none is taken twice by this process. */
class Nonces {
  #current = new Set<string>();
  #previous = new Set<string>();
  #turnedAt = 0;

  /** False when it was used before. */
  use(nonce: string, now: number): boolean {
    // A signature lives for twice the tolerance, so two halves of that length know all that can still come.
    if (now - this.#turnedAt > 2 * toleranceMs) {
      this.#previous = now - this.#turnedAt > 4 * toleranceMs ? new Set() : this.#current;
      this.#current = new Set();
      this.#turnedAt = now;
    }
    if (this.#current.has(nonce) || this.#previous.has(nonce)) return false;
    this.#current.add(nonce);
    return true;
  }
}

/**
 * Tells the gateway's requests from all others. The one who sends another may sit inside our network, know an older
 * request, and be patient: hence the comparison in constant time, the clock, and each nonce once.
 */
export class SignatureCheck {
  readonly #nonces = new Nonces();

  constructor(
    private readonly keys: KeyRing,
    private readonly clock: () => number = Date.now,
  ) {}

  /** The viewer of a request of the gateway's, or what is wrong with it. */
  check({ method, path, body, header }: ReceivedRequest): { viewer: Viewer } | { fault: SignatureFault } {
    const given = header(signatureHeader);
    const viewer = header(viewerHeader);
    if (given === undefined || viewer === undefined) return { fault: "unsigned" };
    const [, keyId, time, nonce, hmac] = signatureForm.exec(given) ?? [];
    if (keyId === undefined || time === undefined || nonce === undefined || hmac === undefined) return { fault: "malformed" };
    const key = this.keys.find(keyId);
    if (!key) return { fault: "unknown key" };
    const now = this.clock();
    if (Math.abs(now - Number(time)) > toleranceMs) return { fault: "stale" };
    const expected = hmacOf(key, { method, path, time, nonce, requestId: header("x-request-id") ?? "", body, viewer });
    if (!timingSafeEqual(expected, Buffer.from(hmac, "base64url"))) return { fault: "altered" };
    if (!this.#nonces.use(nonce, now)) return { fault: "replayed" };
    try {
      return { viewer: decodeViewer(viewer) };
    } catch {
      return { fault: "malformed" };
    }
  }
}
