import { createHash } from "node:crypto";
import { Problem } from "@huu-nghi/service-kit";
import type { EntityManager } from "typeorm";

/** Long enough for somebody's Monday to repeat what Friday's connection lost. */
export const keptHours = 72;

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, canonical(each)]));
};

/** Equal for inputs that say the same, in whatever order they name their fields. */
const digestOf = (input: object): Buffer => createHash("sha256").update(JSON.stringify(canonical(input))).digest();

interface Claim {
  actor: string;
  action: string;
  input: { idempotencyKey: string };
}

interface Used {
  action: string;
  payload: Buffer;
  result: unknown;
}

/**
 * Claims a key within the transaction of its change. Undefined: it is ours, and the change is to be made. Else the answer
 * that was given to its first use; a second one that comes at the same time waits for the first here.
 */
export const claimKey = async (tx: EntityManager, { actor, action, input }: Claim): Promise<{ result: unknown } | undefined> => {
  const { idempotencyKey: key } = input;
  const payload = digestOf(input);
  const claimed = await tx.query<object[]>(
    "insert into idempotency_key (actor, key, action, payload) values ($1, $2, $3, $4) on conflict do nothing returning key",
    [actor, key, action, payload],
  );
  if (claimed.length > 0) return undefined;
  const [used] = await tx.query<Used[]>("select action, payload, result from idempotency_key where actor = $1 and key = $2", [actor, key]);
  if (used && used.action === action && used.payload.equals(payload)) return { result: used.result };
  throw new Problem("IDEMPOTENCY_CONFLICT", `The idempotency key ${key} was used for ${used ? `another input of ${used.action}` : "something else"}. Send a new key for a new change.`, {
    argument: "idempotencyKey",
  });
};

export const keepResult = (tx: EntityManager, { actor, input }: Claim, result: unknown) =>
  tx.query("update idempotency_key set result = $3 where actor = $1 and key = $2", [actor, input.idempotencyKey, JSON.stringify(result)]);
