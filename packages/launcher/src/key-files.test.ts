import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKeyConfig } from "./config";
import { keptDevelopmentKey, keptGatewayKeys, keyEnvironment } from "./key-files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modes = () => Object.fromEntries(readdirSync(folder).map(name => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]));
const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
const config = (env: NodeJS.ProcessEnv = {}) => readKeyConfig("/nowhere", { DATA_DIR: folder, ...env });

describe("the keys of a data folder", () => {
  it("are made once, random, and for their user only", async () => {
    const { all, gateway } = await keyEnvironment(config());
    expect(all).toEqual({ GATEWAY_KEYS_FILE: join(folder, "gateway-keys.json") });
    expect(gateway).toEqual({ ...all, DEVELOPMENT_TOKENS_FILE: join(folder, "development-tokens.json") });
    expect(modes()).toEqual({ "gateway-keys.json": "600", "development-token-key.json": "600", "development-tokens.json": "600" });

    const made = readdirSync(folder).map(textOf);
    await keyEnvironment(config());
    expect(readdirSync(folder).map(textOf)).toEqual(made);

    const { keys } = JSON.parse(textOf("gateway-keys.json")) as { keys: { secret: string; developer?: boolean }[] };
    expect(keys.map(({ developer }) => developer)).toEqual([undefined, true]);
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(2);
  });

  it("keep the private half of the development key to its own file", async () => {
    const { key } = await keptDevelopmentKey(folder);
    expect(key.d).toMatch(/^[\w-]{40,}$/);
    expect(textOf("development-tokens.json")).not.toContain(key.d);
    expect(JSON.parse(textOf("development-tokens.json"))).toEqual({ keys: [expect.objectContaining({ x: key.x, kid: key.kid })] });
  });

  it("are one pair for all who start at once", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => keptDevelopmentKey(folder)));
    expect(new Set(made.map(({ key }) => key.d)).size).toBe(1);
    expect(JSON.parse(textOf("development-tokens.json"))).toEqual({ keys: [expect.objectContaining({ kid: made[0]!.key.kid })] });
    expect(readdirSync(folder).sort()).toEqual(["development-token-key.json", "development-tokens.json"]);
  });

  it("get their public half anew when it is gone, or is of another key", async () => {
    await keptDevelopmentKey(folder);
    const before = textOf("development-tokens.json");
    for (const damage of [() => rmSync(join(folder, "development-tokens.json")), () => writeFileSync(join(folder, "development-tokens.json"), '{"keys":[]}')]) {
      damage();
      await keptDevelopmentKey(folder);
      expect(textOf("development-tokens.json")).toBe(before);
    }
  });

  it.each(["gateway-keys.json", "development-token-key.json", "development-tokens.json"])("%s that others may read or change is refused, and says what to do", async name => {
    await keyEnvironment(config());
    for (const mode of [0o640, 0o604, 0o620]) {
      chmodSync(join(folder, name), mode);
      await expect(keyEnvironment(config())).rejects.toThrow(`chmod 600 ${join(folder, name)}`);
    }
  });

  it("that cannot be read are a fault, and stay as they are", async () => {
    for (const [name, make] of [["gateway-keys.json", () => Promise.resolve().then(() => keptGatewayKeys(folder))], ["development-token-key.json", () => keptDevelopmentKey(folder)]] as const) {
      writeFileSync(join(folder, name), '{"keys":', { mode: 0o600 });
      await expect(make()).rejects.toThrow(join(folder, name));
      expect(textOf(name)).toBe('{"keys":');
    }
  });

  it("are not made where the environment names others", async () => {
    const env = { GATEWAY_KEYS_FILE: "/etc/keys.json", DEVELOPMENT_TOKENS_FILE: "/etc/tokens.json" };
    expect(await keyEnvironment(config(env))).toEqual({ all: {}, gateway: {} });
    expect(config(env).gatewayEnvironment).toMatchObject(env);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("are without development tokens in production", async () => {
    const { gateway } = await keyEnvironment(config({ NODE_ENV: "production" }));
    expect(gateway).toEqual({ GATEWAY_KEYS_FILE: join(folder, "gateway-keys.json") });
    expect(readdirSync(folder)).toEqual(["gateway-keys.json"]);
  });

  (process.getuid?.() === 0 ? it : it.skip)("made by root belong to whose folder it is", async () => {
    chownSync(folder, 1, 1);
    await keyEnvironment(config());
    expect(readdirSync(folder).map(name => statSync(join(folder, name)).uid)).toEqual([1, 1, 1]);
  });
});
