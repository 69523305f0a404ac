import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFault } from "@huu-nghi/service-kit";
import { keyRingOf } from "./key-config";
import { fixedKeys, readKeyFile, type SigningKey } from "./key-ring";
import { newKey } from "./new-key";

const folder = mkdtempSync(join(tmpdir(), "identity-keys-"));
const file = join(folder, "keys.json");
afterAll(() => rmSync(folder, { recursive: true }));

const write = (content: string | { keys: unknown[] }) => {
  writeFileSync(`${file}.new`, typeof content === "string" ? content : JSON.stringify(content));
  renameSync(`${file}.new`, file);
};
const faultsOf = (read: () => unknown): string => {
  try {
    read();
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigFault);
    return (error as ConfigFault).faults.join("\n");
  }
};

describe("keys", () => {
  it("sign by the first one and are found by their ids", () => {
    const [newer, older] = [newKey(), newKey()];
    const ring = fixedKeys([newer, older]);
    expect([ring.signing(), ring.find(older.id), ring.find("other")]).toEqual([newer, older, undefined]);
  });

  it("of a developer never sign for the gateway", () => {
    const [mine, its] = [{ ...newKey(), developer: true }, newKey()];
    expect(fixedKeys([mine, its]).signing()).toEqual(its);
    expect(faultsOf(() => fixedKeys([mine]))).toContain("holds no key");
  });

  it("are at most two, each named once, and each of them good, or all faults are told at once", () => {
    const twice = newKey();
    expect(faultsOf(() => fixedKeys([newKey(), newKey(), newKey()]))).toContain("at most 2 are live at once");
    expect(faultsOf(() => fixedKeys([twice, { ...newKey(), id: twice.id }]))).toContain("names a key twice");
    const faults = faultsOf(() => fixedKeys([{ id: "a", secret: "short" }, { id: "b", secret: "changeme".repeat(5) }]));
    expect(faults).toContain("the secret of key a cannot be used: it has 5 bytes");
    expect(faults).toContain("the secret of key b cannot be used: it is a known example");
    expect(faults).not.toContain("changemechangeme");
  });

  it("stand in the environment as id:secret, with a colon in the secret if need be", () => {
    const [newer, older] = [newKey(), { id: "b", secret: `${newKey().secret}:x` }];
    const ring = keyRingOf({ GATEWAY_KEYS: `${newer.id}:${newer.secret},b:${older.secret}` }, { production: true, onFault: fail })!;
    expect([ring.signing(), ring.find("b")]).toEqual([newer, older]);
    expect(keyRingOf({}, { production: true, onFault: fail })).toBeUndefined();
    expect(faultsOf(() => keyRingOf({ GATEWAY_KEYS: "a:b", GATEWAY_KEYS_FILE: file }, { production: true, onFault: fail }))).toContain("both set");
  });
});

const fail = (fault: ConfigFault) => {
  throw fault;
};

describe("a key file", () => {
  it.each<[string, string | { keys: unknown[] }, string]>([
    ["is not JSON", "{", "is not JSON. It looks like"],
    ["has no keys", `{"key":"x"}`, "keys: "],
    ["names a key oddly", { keys: [{ id: "a b", secret: "x".repeat(40) }] }, "keys.0.id: a key's id has"],
    ["has a short secret", { keys: [{ id: "a", secret: "too-short" }] }, "keys.0.secret: it has 9 bytes"],
    ["is empty of keys", { keys: [] }, "holds no key"],
  ])("that %s is refused with a word why", (_what, content, said) => {
    write(content);
    const faults = faultsOf(() => readKeyFile(file));
    expect(faults).toContain(said);
    expect(faults).not.toContain("too-short");
  });

  it("that is not there is refused", () => {
    expect(faultsOf(() => readKeyFile(join(folder, "absent")))).toContain("cannot be read");
    expect(faultsOf(() => keyRingOf({ GATEWAY_KEYS_FILE: join(folder, "absent") }, { production: false, onFault: fail }))).toContain("cannot be read");
  });

  it("gives developers' keys outside production only", () => {
    const [its, mine]: SigningKey[] = [newKey(), { ...newKey(), developer: true }];
    write({ keys: [its, mine] });
    expect(keyRingOf({ GATEWAY_KEYS_FILE: file }, { production: false, onFault: fail })?.find(mine!.id)).toEqual(mine);
    expect(keyRingOf({ GATEWAY_KEYS_FILE: file }, { production: true, onFault: fail })?.find(mine!.id)).toBeUndefined();
  });
});

describe("a key file that changes while it is used", () => {
  const start = (keys: SigningKey[]) => {
    write({ keys });
    const faults: ConfigFault[] = [];
    return { faults, ring: keyRingOf({ GATEWAY_KEYS_FILE: file }, { production: true, onFault: fault => faults.push(fault) })! };
  };
  beforeEach(() => jest.useFakeTimers({ now: Date.now(), doNotFake: ["setTimeout"] }));
  afterEach(() => jest.useRealTimers());
  const later = () => jest.setSystemTime(Date.now() + 600);

  it("signs by the new key half a second later", () => {
    const [older, newer] = [newKey(), newKey()];
    const { ring } = start([older]);
    write({ keys: [newer, older] });
    expect(ring.signing()).toEqual(older);
    later();
    expect(ring.signing()).toEqual(newer);
  });

  it("finds a key at once that the other side has already", () => {
    const [older, newer] = [newKey(), newKey()];
    const { ring } = start([older]);
    write({ keys: [newer, older] });
    expect(ring.find(newer.id)).toEqual(newer);
  });

  it("forgets a key that was taken out", () => {
    const [older, newer] = [newKey(), newKey()];
    const { ring } = start([newer, older]);
    write({ keys: [newer] });
    later();
    expect(ring.find(older.id)).toBeUndefined();
  });

  it("goes on with the keys it had while the file is broken, too weak or away, tells of it, and takes the mended one", () => {
    const [older, newer] = [newKey(), newKey()];
    const { ring, faults } = start([older]);
    for (const spoil of [() => write("{"), () => write({ keys: [{ id: "a", secret: "short" }] }), () => unlinkSync(file)]) {
      const told = faults.length;
      spoil();
      later();
      expect(ring.signing()).toEqual(older);
      expect(faults.length).toBe(told + 1);
    }
    write({ keys: [newer] });
    later();
    expect(ring.signing()).toEqual(newer);
  });
});
