import type { Log } from "@huu-nghi/service-kit";
import { createRemoteJWKSet, customFetch, errors, type CryptoKey, type JWTVerifyGetKey, type RemoteJWKSet } from "jose";
import { fetchKeySet } from "./fetch-key-set";
import { networkFault } from "./network-fault";
import { TokenFault } from "./token-fault";

/** How often the keys are asked for; the defaults are those of a running gateway. */
export interface KeyTimes {
  timeoutMs: number;
  /** Age at which known keys are asked for anew. */
  refreshAfterMs: number;
  /** Until a failed refresh is tried again. */
  retryAfterMs: number;
  /** Pause after a failure while no key is known at all. */
  failurePauseMs: number;
  /** Pause after an unknown key id was not found among newly fetched keys either. */
  unknownPauseMs: number;
}

const usualTimes: KeyTimes = { timeoutMs: 5000, refreshAfterMs: 600_000, retryAfterMs: 30_000, failurePauseMs: 2000, unknownPauseMs: 30_000 };

// jose's own words hold nothing of what was answered; its causes may.
const reasonOf = (error: unknown) => (error instanceof errors.JOSEError ? error.message : networkFault(error));

/**
 * The keys that an identity provider publishes. Known keys are good however long its address is dead, and a flood of
 * tokens with made-up key ids costs one fetch.
 */
export class SigningKeys {
  readonly #times: KeyTimes;
  // This one would fetch by its own rules; with these times it only fetches when told to.
  readonly #published: RemoteJWKSet;
  #fetching: Promise<boolean> | undefined;
  #failedAt = -Infinity;
  #searchAgainAt = -Infinity;
  #refresh: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    url: string,
    private readonly log: Log,
    times: Partial<KeyTimes> = {},
  ) {
    this.#times = { ...usualTimes, ...times };
    this.#published = createRemoteJWKSet(new URL(url), { timeoutDuration: this.#times.timeoutMs, cacheMaxAge: Infinity, cooldownDuration: Infinity, [customFetch]: fetchKeySet });
  }

  /** The key of a token's header. Throws jose's JWKSNoMatchingKey, or a TokenFault while no key is known. */
  readonly find: JWTVerifyGetKey<CryptoKey> = async (header, token) => {
    const isFirst = this.#published.jwks() === undefined;
    if (isFirst) await this.#first();
    try {
      return await this.#published(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // Keys that were just fetched for this very token would be the same again.
      if (isFirst) this.#pauseSearch();
      await this.#search();
      return this.#published(header, token);
    }
  };

  close() {
    this.#closed = true;
    clearTimeout(this.#refresh);
  }

  async #first(): Promise<void> {
    const pausing = Date.now() < this.#failedAt + this.#times.failurePauseMs;
    if (!pausing) await this.#fetch();
    if (this.#published.jwks() === undefined) throw new TokenFault("keys unavailable", Math.ceil(this.#times.failurePauseMs / 1000));
  }

  /** Looks whether the provider has new keys by now. Whoever comes while somebody looks waits for that. */
  async #search(): Promise<void> {
    if (!this.#fetching && Date.now() < this.#searchAgainAt) return;
    this.#pauseSearch();
    if (await this.#fetch()) this.#searchAgainAt = -Infinity;
  }

  #pauseSearch() {
    this.#searchAgainAt = Date.now() + this.#times.unknownPauseMs;
  }

  /** One fetch for all who wait for it; true when it brought a key that was not known before. Never throws. */
  #fetch(): Promise<boolean> {
    this.#fetching ??= this.#load().finally(() => (this.#fetching = undefined));
    return this.#fetching;
  }

  async #load(): Promise<boolean> {
    const { refreshAfterMs, retryAfterMs } = this.#times;
    const before = this.#known();
    try {
      await this.#published.reload();
      this.#refreshIn(refreshAfterMs);
    } catch (error) {
      this.#failedAt = Date.now();
      this.log.warn({ reason: reasonOf(error), known: before.length }, "the identity provider's keys cannot be fetched");
      if (before.length > 0) this.#refreshIn(retryAfterMs);
    }
    return this.#known().some(key => !before.includes(key));
  }

  #known = () => (this.#published.jwks()?.keys ?? []).map(key => JSON.stringify(key));

  #refreshIn(ms: number) {
    clearTimeout(this.#refresh);
    if (!this.#closed) this.#refresh = setTimeout(() => void this.#fetch(), ms).unref();
  }
}
