import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type KeyRing, keyRingOf, newKey, readKeyFile, sign, SignatureCheck, type SigningKey, visitor } from "@huu-nghi/identity";
import { readKeyConfig } from "./config";
import { keptGatewayKeys } from "./key-files";
import { keys, retire, rotate } from "./keys";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-rotation-"));
  file = join(folder, "gateway-keys.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const config = (env: NodeJS.ProcessEnv = {}) => readKeyConfig("/nowhere", { DATA_DIR: folder, ...env });
const isDeveloper = ({ developer }: SigningKey) => developer === true;
const age = (path: string) => utimesSync(path, new Date(), Date.now() / 1000 - 10);

describe("a rotation of the keys", () => {
  it("puts a new key in front, keeps the one that signed and the developer's, and says no secret", async () => {
    keptGatewayKeys(folder);
    const [first, developer] = readKeyFile(file);
    const said = await rotate(config());
    const now = readKeyFile(file);
    expect(now).toEqual([expect.anything(), first, developer]);
    expect(now[0]!.secret).not.toBe(first!.secret);
    expect(said).toContain(`${now[0]!.id} signs now, ${first!.id} is still taken`);
    for (const { secret } of now) expect(said).not.toContain(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["gateway-keys.json"]);
  });

  it("that comes after another drops the eldest key, once no process signs with it", async () => {
    keptGatewayKeys(folder);
    const [first] = readKeyFile(file);
    await rotate(config());
    const [second] = readKeyFile(file);
    const startedAt = Date.now();
    expect(await rotate(config())).toContain(`${first!.id} is taken no longer`);
    expect(Date.now() - startedAt).toBeGreaterThan(1500);
    expect(readKeyFile(file).slice(1).filter(key => !isDeveloper(key))).toEqual([second]);
  });

  it("ends with the old key's retirement, which waits until no process signs with it", async () => {
    keptGatewayKeys(folder);
    await rotate(config());
    const [fresh, old, developer] = readKeyFile(file);
    const startedAt = Date.now();
    expect(await retire(config())).toBe(`${file}: ${fresh!.id} signs; ${old!.id} is taken no longer.`);
    expect(Date.now() - startedAt).toBeGreaterThan(1500);
    expect(readKeyFile(file)).toEqual([fresh, developer]);
    expect(await retire(config())).toMatch(/only key of the gateway; there is none to retire/);
    expect(readKeyFile(file)).toEqual([fresh, developer]);
  });

  it("fails no request of processes that run meanwhile", async () => {
    keptGatewayKeys(folder);
    const ring = () => keyRingOf({ GATEWAY_KEYS_FILE: file }, { production: true, onFault: fault => { throw fault; } })!;
    // They look at the file at different times: some before the gateway does, some after.
    const rings: KeyRing[] = [];
    for (; rings.length < 5; await pause(90)) rings.push(ring());
    const gateway = rings[2]!;
    const checks = rings.map(each => new SignatureCheck(each));
    const used = new Set<string>();
    const faults: unknown[] = [];
    let done = false;
    const load = (async () => {
      for (; !done; await pause(2)) {
        used.add(gateway.signing().id);
        const request = { method: "POST", path: "/graphql", requestId: "0123456789", body: "{}" };
        const headers = sign({ ...request, viewer: visitor }, gateway.signing());
        await pause(1);
        const answers = checks.map(check => check.check({ ...request, body: Buffer.from("{}"), header: name => headers[name] }));
        faults.push(...answers.flatMap(answer => ("fault" in answer ? [answer.fault] : [])));
      }
    })();
    await rotate(config());
    await retire(config());
    await pause(700);
    done = true;
    await load;
    expect(faults).toEqual([]);
    expect([...used]).toHaveLength(2);
  });

  it("is one at a time", async () => {
    keptGatewayKeys(folder);
    await rotate(config());
    const [first, second] = await Promise.allSettled([retire(config()), rotate(config())]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(/being changed by npm run keys/) as string } });
  });

  it("of a given file leaves its owner, its mode, and the link by which it is found", async () => {
    const [real, link] = [join(folder, "real.json"), join(folder, "link.json")];
    writeFileSync(real, JSON.stringify({ keys: [newKey()] }));
    chmodSync(real, 0o640);
    if (process.getuid?.() === 0) chownSync(real, 1, 2);
    const { uid, gid, ino } = statSync(real);
    symlinkSync(real, link);
    await rotate(config({ GATEWAY_KEYS_FILE: link }));
    const now = statSync(real);
    expect(now).toMatchObject({ uid, gid });
    expect(now.mode & 0o777).toBe(0o640);
    expect(now.ino).not.toBe(ino); // replaced at once, never half written
    expect(readKeyFile(link)).toHaveLength(2);
    age(real);
    await retire(config({ GATEWAY_KEYS_FILE: link }));
    expect(readKeyFile(real)).toHaveLength(1);
  });

  it.each([["not JSON", "{"], ["without a key", '{"keys":[]}'], ["with a weak secret", '{"keys":[{"id":"a","secret":"password"}]}']])("of a file %s is a fault, and changes nothing", async (_what, text) => {
    writeFileSync(file, text, { mode: 0o600 });
    for (const change of [rotate, retire]) {
      await expect(change(config())).rejects.toThrow(file);
      await expect(change(config({ GATEWAY_KEYS_FILE: file }))).rejects.toThrow(file);
    }
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(readdirSync(folder)).toEqual(["gateway-keys.json"]);
  });

  it("of a file that is not there is a fault", async () => {
    await expect(rotate(config({ GATEWAY_KEYS_FILE: join(folder, "none.json") }))).rejects.toThrow(/none\.json cannot be read/);
  });

  it("of keys in a variable says how to do it by hand, without the keys", async () => {
    const { id, secret } = newKey();
    const given = config({ GATEWAY_KEYS: `${id}:${secret}` });
    await expect(rotate(given)).rejects.toThrow(/GATEWAY_KEYS.*behind the old one.*GATEWAY_KEYS_FILE/);
    await expect(rotate(given)).rejects.not.toThrow(secret);
  });

  it.each([[[]], [["renew"]], [["rotate", "now"]], [["toString"]]])("is asked for by one word, and not by %j", async args => {
    await expect(keys({ root: "/nowhere", args, life: undefined as never })).rejects.toThrow(/takes one word, rotate or retire/);
  });
});
