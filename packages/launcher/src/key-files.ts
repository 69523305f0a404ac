import { statSync } from "node:fs";
import { join } from "node:path";
import { newDevelopmentKey, newKey, readKeyFile } from "@huu-nghi/identity";
import { createPrivateFile, makeDataDir, readIfThere, writePrivateFile } from "@huu-nghi/postgres";
import { ConfigFault } from "@huu-nghi/service-kit";
import { z } from "zod";
import type { KeyConfig } from "./config";

// Only what this names goes to the public file.
const publicHalf = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid: z.string(), alg: z.string(), use: z.string() });
const privateKey = publicHalf.extend({ d: z.string() });
export type DevelopmentKey = z.infer<typeof privateKey>;

/** The file with the keys of the gateway, and one for calls by hand. Made once; all processes read it. */
export function keptGatewayKeys(dataDir: string): string {
  const file = join(makeDataDir(dataDir), "gateway-keys.json");
  if (privateText(file) === undefined) createPrivateFile(file, inLines({ keys: [newKey("gateway"), { ...newKey("developer"), developer: true }] }));
  readKeyFile(file);
  return file;
}

/** The key that signs development tokens, made once, and the file by which a gateway knows them. */
export async function keptDevelopmentKey(dataDir: string): Promise<{ key: DevelopmentKey; publicFile: string }> {
  const folder = makeDataDir(dataDir);
  const file = join(folder, "development-token-key.json");
  if (privateText(file) === undefined) createPrivateFile(file, inLines((await newDevelopmentKey()).privateKey));
  const key = readDevelopmentKey(file);
  // The public half follows from the private one: two that start at once write the same.
  const publicFile = join(folder, "development-tokens.json");
  const text = inLines({ keys: [publicHalf.parse(key)] });
  if (privateText(publicFile) !== text) writePrivateFile(publicFile, text);
  return { key, publicFile };
}

/** What tells the processes of keys that the environment does not name: `all` for every one, `gateway` for that alone. */
export async function keyEnvironment({ dataDir, production, givenKeys, givenDevelopmentTokens }: KeyConfig): Promise<{ all: NodeJS.ProcessEnv; gateway: NodeJS.ProcessEnv }> {
  const areGiven = givenKeys.GATEWAY_KEYS !== undefined || givenKeys.GATEWAY_KEYS_FILE !== undefined;
  const all = areGiven ? {} : { GATEWAY_KEYS_FILE: keptGatewayKeys(dataDir) };
  if (production || givenDevelopmentTokens !== undefined) return { all, gateway: all };
  return { all, gateway: { ...all, DEVELOPMENT_TOKENS_FILE: (await keptDevelopmentKey(dataDir)).publicFile } };
}

function readDevelopmentKey(file: string): DevelopmentKey {
  try {
    return privateKey.parse(JSON.parse(privateText(file) ?? ""));
  } catch (error) {
    if (error instanceof ConfigFault) throw error;
    throw new ConfigFault([`${file} is not the key of development tokens. Delete it, and start anew: another is made, and the tokens given so far are void.`]);
  }
}

/** Undefined when there is no such file. One that others may read or change is no place for a key. */
function privateText(file: string): string | undefined {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o077) !== 0) {
    throw new ConfigFault([`${file} is open to other users (mode ${(mode & 0o777).toString(8)}), and it is for keys. Close it: chmod 600 ${file}`]);
  }
  return readIfThere(file);
}

const inLines = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
