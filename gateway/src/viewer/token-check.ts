import { developmentAudience, developmentIssuer, grantsOf, type ClaimedGrant, type ClaimNames, type RoleMap } from "@huu-nghi/identity";
import type { Log } from "@huu-nghi/service-kit";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify, type CryptoKey, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { SigningKeys, type KeyTimes } from "./signing-keys";
import { TokenFault, type TokenReason } from "./token-fault";

/** Whose tokens are taken, and what they mean here. */
export interface IdentityProvider {
  issuer: string;
  /** A token is for one of these. */
  audiences: string[];
  jwksUrl: string;
  algorithms: string[];
  leewaySeconds: number;
  claims: ClaimNames;
  /** Without one, the names in the token are our own: viewer, officer, leader, admin. */
  roleMap?: RoleMap | undefined;
}

export interface TokenSettings {
  provider?: IdentityProvider | undefined;
  /** The public keys of development tokens. */
  development?: JSONWebKeySet | undefined;
}

/** Whom a token names. Which unions lie below those of the grants only the graph knows. */
export interface ClaimedViewer {
  id: string;
  grants: ClaimedGrant[];
}

interface Trusted {
  issuer: string;
  audiences: string[];
  algorithms: string[];
  leewaySeconds: number;
  keys: JWTVerifyGetKey;
  grantsOf: (claims: JWTPayload) => ClaimedGrant[];
}

const developmentTrust = (jwks: JSONWebKeySet): Trusted => ({
  issuer: developmentIssuer,
  audiences: [developmentAudience],
  algorithms: ["EdDSA"],
  leewaySeconds: 30,
  keys: createLocalJWKSet(jwks),
  grantsOf: claims => grantsOf(claims),
});

const longestSubject = 255;

const claimReasons: Record<string, TokenReason> = { iss: "foreign issuer", aud: "foreign audience", nbf: "not yet valid" };

const reasonOf = (error: unknown): TokenReason => {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.reason === "invalid") return "malformed";
    return claimReasons[error.claim] ?? "incomplete";
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return "wrong signature";
  if (error instanceof errors.JOSEAlgNotAllowed) return "algorithm not allowed";
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid || error instanceof errors.JOSENotSupported) return "malformed";
  // No key of the token's id, or one that cannot be used, such as an RSA key that is too short.
  return "unknown key";
};

/** Checks bearer tokens. What a token says is in none of its faults, and in no line of the log. */
export class TokenCheck {
  readonly #trusted: Trusted[] = [];
  readonly #published: SigningKeys | undefined;

  constructor({ provider, development }: TokenSettings, log: Log, times?: Partial<KeyTimes>) {
    if (development) this.#trusted.push(developmentTrust(development));
    if (!provider) return;
    const { claims, roleMap, jwksUrl, ...rest } = provider;
    this.#published = new SigningKeys(jwksUrl, log, times);
    this.#trusted.push({ ...rest, keys: this.#published.find, grantsOf: payload => grantsOf(payload, roleMap, claims) });
  }

  /** Whom the Authorization header names. Throws a TokenFault. */
  async check(authorization: string): Promise<ClaimedViewer> {
    if (this.#trusted.length === 0) throw new TokenFault("no tokens taken");
    const token = /^Bearer +([^\s]+) *$/i.exec(authorization)?.[1];
    if (token === undefined) throw new TokenFault("malformed");
    const trusted = this.trustedFor(token);
    const claims = await this.verified(token, trusted);
    const { sub, iat } = claims;
    if (typeof sub !== "string" || sub.trim() === "" || sub.length > longestSubject) throw new TokenFault("incomplete");
    if (iat !== undefined && iat > Date.now() / 1000 + trusted.leewaySeconds) throw new TokenFault("not yet valid");
    return { id: sub, grants: trusted.grantsOf(claims) };
  }

  close() {
    this.#published?.close();
  }

  /** By whom a token says it is, before anybody believes it: what follows from that is checked by that one's keys. */
  private trustedFor(token: string): Trusted {
    const { algorithm, issuer } = ((): { algorithm: unknown; issuer: unknown } => {
      try {
        return { algorithm: decodeProtectedHeader(token).alg, issuer: decodeJwt(token).iss };
      } catch {
        throw new TokenFault("malformed");
      }
    })();
    if (typeof algorithm === "string" && algorithm.toLowerCase() === "none") throw new TokenFault("unsigned");
    const trusted = this.#trusted.find(each => each.issuer === issuer);
    // Without this a stranger's token would have the keys fetched for it.
    if (!trusted) throw new TokenFault("foreign issuer");
    return trusted;
  }

  private async verified(token: string, { issuer, audiences, algorithms, leewaySeconds, keys }: Trusted): Promise<JWTPayload> {
    const options = { issuer, audience: audiences, algorithms, clockTolerance: leewaySeconds, requiredClaims: ["exp", "sub"] };
    try {
      return (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      if (error instanceof TokenFault) throw error;
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw new TokenFault(reasonOf(error));
      return this.verifiedByAny(error, key => jwtVerify(token, key, options));
    }
  }

  /** A token that does not name its key may be signed by any that fits. */
  private async verifiedByAny(keys: AsyncIterable<CryptoKey>, verify: (key: CryptoKey) => Promise<{ payload: JWTPayload }>): Promise<JWTPayload> {
    for await (const key of keys) {
      try {
        return (await verify(key)).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw new TokenFault(reasonOf(error));
      }
    }
    throw new TokenFault("wrong signature");
  }
}
