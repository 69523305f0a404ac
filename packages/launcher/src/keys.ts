import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newKey, readKeyFile, type SigningKey } from "@huu-nghi/identity";
import { Lock, replaceInKind } from "@huu-nghi/postgres";
import { type Command, say } from "./command";
import { type KeyConfig, readKeyConfig } from "./config";
import { keptGatewayKeys } from "./key-files";

/** Replaces the gateway's key while requests are under way: first another signs, later the old one goes. */
export const keys: Command = async ({ root, args }) => {
  const change = args.length === 1 && Object.hasOwn(changes, args[0]!) ? changes[args[0] as keyof typeof changes] : undefined;
  if (!change) throw new Error(`npm run keys takes one word, rotate or retire${args.length > 0 ? `, and was given ${args.join(" ")}` : ""}.`);
  say(await change(readKeyConfig(root)));
  return 0;
};

/** A new key signs, the one that signed so far is still taken. Gives what was done, in words. */
export const rotate = (config: KeyConfig): Promise<string> =>
  changeKeys(config, async ({ file, ofGateway: [signing, ...older], developers }) => {
    const fresh = newKey("gateway");
    if (older.length > 0) await untilSettled(file);
    write(file, [fresh, signing, ...developers]);
    const gone = older.map(({ id }) => ` ${id} is taken no longer.`).join("");
    return `${file}: ${fresh.id} signs now, ${signing.id} is still taken.${gone}\nWhen all is well: npm run keys -- retire`;
  });

/** Only the key that signs stays. Gives what was done, in words. */
export const retire = (config: KeyConfig): Promise<string> =>
  changeKeys(config, async ({ file, ofGateway: [signing, ...older], developers }) => {
    if (older.length === 0) return `${file}: ${signing.id} is the only key of the gateway; there is none to retire.`;
    await untilSettled(file);
    write(file, [signing, ...developers]);
    return `${file}: ${signing.id} signs; ${older.map(({ id }) => id).join(", ")} is taken no longer.`;
  });

const changes = { rotate, retire };

interface KeysToChange {
  file: string;
  ofGateway: [SigningKey, ...SigningKey[]];
  developers: SigningKey[];
}

/** One change at a time; keys that cannot be read are a fault, and stay as they are. */
async function changeKeys(config: KeyConfig, change: (keys: KeysToChange) => Promise<string>): Promise<string> {
  const file = fileToChange(config);
  const lock = new Lock(`${file}.lock`);
  const holder = await lock.take("npm run keys");
  if (holder) throw new Error(`${file} is being changed by ${holder.startedBy} (process ${holder.pid}). Try again when it is done.`);
  try {
    const all = readKeyFile(file);
    const ofGateway = all.filter(({ developer }) => !developer) as KeysToChange["ofGateway"]; // a file without one was refused
    return await change({ file, ofGateway, developers: all.filter(({ developer }) => developer) });
  } finally {
    lock.release();
  }
}

function fileToChange({ givenKeys: { GATEWAY_KEYS, GATEWAY_KEYS_FILE }, dataDir }: KeyConfig): string {
  if (GATEWAY_KEYS !== undefined) {
    throw new Error(
      "The keys are in the variable GATEWAY_KEYS, which only those can change who start the processes. By hand: put a new key behind the old one and start the " +
        "subgraphs anew, put it in front and start the gateway anew, then leave the old one out. With GATEWAY_KEYS_FILE this command does it, and nothing is started anew.",
    );
  }
  if (GATEWAY_KEYS_FILE !== undefined) readKeyFile(GATEWAY_KEYS_FILE);
  const file = realpathSync(GATEWAY_KEYS_FILE ?? keptGatewayKeys(dataDir));
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new Error(`${file} cannot be replaced, since ${dirname(file)} is not ours to write in. Run this where, and as whom, the file is kept.`, { cause: error });
  }
  return file;
}

// Processes notice a changed file within half a second, and requests take their time.
const settledAfterMs = 2_000;

/** Until every process signs with the first key of the file, and what was signed with another has arrived. */
async function untilSettled(file: string): Promise<void> {
  const ageMs = Math.max(0, Date.now() - statSync(file).mtimeMs);
  if (ageMs < settledAfterMs) await pause(settledAfterMs - ageMs);
}

const write = (file: string, all: SigningKey[]): void => replaceInKind(file, `${JSON.stringify({ keys: all }, undefined, 2)}\n`);
