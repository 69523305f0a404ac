import { Problem } from "@huu-nghi/service-kit";

const messages = {
  expired: "The token has expired. Sign in again for a new one.",
  "not yet valid": "The token is not valid yet: it begins in the future. Compare the clocks of the identity provider and of the gateway.",
  unsigned: "The token is not signed (alg: none).",
  "algorithm not allowed": "The token is signed by an algorithm that this gateway does not take.",
  "wrong signature": "The token's signature is wrong: it was altered, or another key signed it.",
  "unknown key": "The token is signed by a key that the identity provider does not publish.",
  "foreign issuer": "The token is from another issuer than this gateway trusts.",
  "foreign audience": "The token is meant for another audience than this gateway.",
  malformed: "The Authorization header holds no token. It looks like this: Authorization: Bearer <a signed JWT>.",
  incomplete: "The token lacks what every token needs: an expiry (exp) and a subject (sub) of 1 to 255 characters.",
  oversized: "The token grants more roles and unions than can be passed on. Grant * instead of a long list of unions.",
  "no tokens taken": "This gateway takes no tokens: no identity provider is configured. Ask without one.",
  "keys unavailable": "The keys of the identity provider cannot be had now, so no token can be checked. Try again soon, or ask without a token.",
} as const;

/** Why a token is not taken; stable words that a client may compare. */
export type TokenReason = keyof typeof messages;

/** A token that is not taken. Holds nothing of the token. */
export class TokenFault extends Problem {
  constructor(
    readonly reason: TokenReason,
    readonly retryAfterSeconds?: number,
  ) {
    super("UNAUTHENTICATED", messages[reason], { reason, ...(retryAfterSeconds !== undefined && { retryAfter: retryAfterSeconds }) });
  }
}
