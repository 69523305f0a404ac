import { existsSync, readFileSync, statSync } from "node:fs";
import { ConfigFault } from "@huu-nghi/service-kit";
import { z } from "zod";
import { secret, secretFault } from "./secret";

/** A secret that the gateway and the subgraphs share, by its name. */
export interface SigningKey {
  id: string;
  secret: string;
  /** For calls by hand; no production process takes it. */
  developer?: boolean | undefined;
}

/** The keys that are good now. Two can be, so that one is replaced while requests are under way. */
export interface KeyRing {
  /** The newest of the gateway's. */
  signing(): SigningKey;
  find(id: string): SigningKey | undefined;
}

const keyId = z.string().regex(/^[\w.-]{1,64}$/, "a key's id has 1 to 64 letters, digits, dots, dashes or underscores");
const keyFile = z.object({ keys: z.array(z.object({ id: keyId, secret, developer: z.boolean().optional() })) });
const mostLive = 2;

/** Throws a ConfigFault for keys that cannot serve; `place` says where they stand. */
export const checkedKeys = (keys: SigningKey[], place: string): SigningKey[] => {
  const ofGateway = keys.filter(({ developer }) => !developer);
  const faults = keys.flatMap(({ id, secret: text }) => {
    const fault = secretFault(text);
    return fault === undefined ? [] : [`${place}: the secret of key ${id} cannot be used: ${fault}`];
  });
  if (ofGateway.length === 0) faults.push(`${place} holds no key.`);
  if (ofGateway.length > mostLive) faults.push(`${place} holds ${ofGateway.length} keys; at most ${mostLive} are live at once: the one that signs and the one before it.`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length) faults.push(`${place} names a key twice.`);
  if (faults.length > 0) throw new ConfigFault(faults);
  return keys;
};

const ringOf = (keys: () => SigningKey[], refresh: () => void = () => undefined): KeyRing => ({
  signing: () => keys().find(({ developer }) => !developer)!,
  find: id => {
    const known = keys().find(key => key.id === id);
    if (known) return known;
    // A key that the gateway has already and we do not: the file is younger than what we know of it.
    refresh();
    return keys().find(key => key.id === id);
  },
});

/** Keys that stay what they are while the process runs. The first one signs. */
export const fixedKeys = (keys: SigningKey[], place = "GATEWAY_KEYS"): KeyRing => {
  const checked = checkedKeys(keys, place);
  return ringOf(() => checked);
};

export const readKeyFile = (file: string): SigningKey[] => {
  const place = `The key file ${file}`;
  const text = ((): string => {
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      throw new ConfigFault([`${place} cannot be read: ${(error as Error).message}`]);
    }
  })();
  const parsed = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw new ConfigFault([`${place} is not JSON. It looks like {"keys":[{"id":"2026-11","secret":"…"}]}; the first key signs.`]);
    }
  })();
  const result = keyFile.safeParse(parsed);
  if (!result.success) throw new ConfigFault(result.error.issues.map(({ path, message }) => `${place}, ${path.join(".") || "at its top"}: ${message}`));
  return checkedKeys(result.data.keys, place);
};

const noticeAfterMs = 500;

/** Keys of a file, which may change at any time: what is written there is in use half a second later. */
export const fileKeys = (file: string, { developer, onFault }: { developer: boolean; onFault: (fault: ConfigFault) => void }): KeyRing => {
  const read = () => readKeyFile(file).filter(key => developer || !key.developer);
  const stateOf = () => {
    const { mtimeMs, ino, size } = statSync(file);
    return `${mtimeMs} ${ino} ${size}`;
  };
  // Before the keys, so that what is written in between is noticed later.
  let state = existsSync(file) ? stateOf() : "";
  let keys = read();
  let lookedAt = Date.now();
  const refresh = () => {
    lookedAt = Date.now();
    try {
      const now = stateOf();
      if (now === state) return;
      state = now;
      keys = read();
    } catch (error) {
      // A file that somebody broke or took away does not end a running system: the keys it had are good until it is mended.
      onFault(error instanceof ConfigFault ? error : new ConfigFault([`The key file ${file} cannot be read: ${(error as Error).message}`]));
    }
  };
  const current = () => {
    if (Date.now() - lookedAt > noticeAfterMs) refresh();
    return keys;
  };
  return ringOf(current, refresh);
};
