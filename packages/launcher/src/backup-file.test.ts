import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BackupDraft } from "./backup-draft";
import { readBackup } from "./backup-file";
import { padding, readTarHeader, tarEnd, tarHeader } from "./tar";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-backup-file-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sections = { associations: "the rows of one division", "ngo-aid": "x".repeat(1024) };
const about = { project: "1.2.3", divisions: Object.keys(sections) };

const draftOf = async (name: string, replace = false) => {
  const draft = new BackupDraft(join(folder, name), about, replace);
  for (const [division, content] of Object.entries(sections)) {
    await draft.addSection(division, path => {
      appendFileSync(path, content);
      return Promise.resolve(0);
    });
  }
  return draft;
};

const made = async (name: string) => {
  await (await draftOf(name)).finish();
  return join(folder, name);
};

describe("a backup file", () => {
  it("says what it holds and where, and is for its user only", async () => {
    const file = await made("good.tar");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { about: found, sections: places } = await readBackup(file);
    expect(found).toEqual({ format: "huu-nghi backup", version: 1, madeAt: expect.stringMatching(/^20/) as string, ...about });
    const content = readFileSync(file);
    expect(Object.fromEntries(places.map(({ division, from, bytes }) => [division, content.toString("utf8", from, from + bytes)]))).toEqual(sections);
  });

  it("is an archive that tar opens, with checksums in the form of sha256sum", async () => {
    const file = await made("plain.tar");
    const inside = join(folder, "inside");
    mkdirSync(inside);
    expect(spawnSync("tar", ["xf", file, "-C", inside])).toMatchObject({ status: 0 });
    expect(readdirSync(inside).sort()).toEqual(["SHA256SUMS", "associations.gz", "backup.json", "ngo-aid.gz"]);
    expect(readFileSync(join(inside, "ngo-aid.gz"), "utf8")).toBe(sections["ngo-aid"]);
    const sums = ["backup.json", "associations.gz", "ngo-aid.gz"].map(name => `${createHash("sha256").update(readFileSync(join(inside, name))).digest("hex")}  ${name}\n`);
    expect(readFileSync(join(inside, "SHA256SUMS"), "utf8")).toBe(sums.join(""));
  });

  it("is refused when any one of its bytes is another", async () => {
    const file = await made("flipped.tar");
    const good = readFileSync(file);
    const taken: number[] = [];
    // Every byte was tried once; a seventh of them, and another bit of each, shows the same in a seventh of the time.
    for (let at = 0; at < good.length; at += 7) {
      const bad = Buffer.from(good);
      bad[at]! ^= 1 << at % 8;
      writeFileSync(file, bad);
      await readBackup(file).then(() => taken.push(at), (error: Error) => expect(error.message).toMatch(/flipped\.tar cannot be restored: .*\. Nothing has been changed\.$/));
    }
    expect(taken).toEqual([]);
  }, 60_000);

  it("is refused wherever it was cut off", async () => {
    const file = await made("cut.tar");
    for (let bytes = statSync(file).size - 1; bytes > 0; bytes -= 97) {
      truncateSync(file, bytes);
      await expect(readBackup(file)).rejects.toThrow(bytes < 512 ? /no backup of ours/ : /ends too early|cannot be read/);
    }
  });

  it("is refused when something follows it", async () => {
    const file = await made("longer.tar");
    appendFileSync(file, "\0");
    await expect(readBackup(file)).rejects.toThrow(/something follows its end/);
  });

  it.each([
    ["an empty file", "", /it is empty/],
    ["a text", "Dear union,\n".repeat(100), /no backup of ours/],
    ["another archive", Buffer.concat([tarHeader({ name: "notes.txt", bytes: 0, modified: 0 }), tarEnd]), /no backup of ours/],
    ["an archive without divisions", archive({ "backup.json": '{"format":"huu-nghi backup","version":1,"madeAt":"","project":"","divisions":["a"]}' }), /does not hold what it says/],
  ])("is not %s", async (name, content, reason) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    await expect(readBackup(file)).rejects.toThrow(reason);
  });

  it("of a later form is refused, whatever else is in it", async () => {
    const file = join(folder, "later.tar");
    writeFileSync(file, archive({ "backup.json": '{"format":"huu-nghi backup","version":2,"project":"9.0.0"}', other: "content" }));
    await expect(readBackup(file)).rejects.toThrow(/it is of version 2, made by a newer program \(9\.0\.0\); this one reads up to version 1/);
  });

  it("that is not there is told, and so is a folder", async () => {
    await expect(readBackup(join(folder, "none.tar"))).rejects.toThrow(/there is no such file/);
    await expect(readBackup(folder)).rejects.toThrow(/it is no file/);
  });

  it("is not waited for in a pipe that nobody writes to", async () => {
    const pipe = join(folder, "pipe");
    spawnSync("mkfifo", [pipe]);
    await expect(readBackup(pipe)).rejects.toThrow(/it is no file/);
  }, 5000);
});

describe("writing a backup file", () => {
  it("does not replace one unless told to", async () => {
    const file = await made("kept.tar");
    const kept = readFileSync(file);
    await expect(draftOf("kept.tar")).rejects.toThrow(/is there already\. Give another name, or --force/);
    expect(readFileSync(file).equals(kept)).toBe(true);
    await (await draftOf("kept.tar", true)).finish();
    expect(readFileSync(file).equals(kept)).toBe(false);
  });

  it("does not replace one that came meanwhile", async () => {
    const draft = await draftOf("late.tar");
    writeFileSync(join(folder, "late.tar"), "of another");
    await expect(draft.finish()).rejects.toThrow(/is there already/);
    draft.discard();
    expect(readFileSync(join(folder, "late.tar"), "utf8")).toBe("of another");
  });

  it("leaves nothing behind when a division fails", async () => {
    const draft = await draftOf("failed.tar");
    expect(await draft.addSection("third", () => Promise.resolve(3))).toBe(3);
    draft.discard();
    expect(readdirSync(folder).filter(name => name.startsWith("failed"))).toEqual([]);
  });

  it("says where it cannot write", () => {
    expect(() => new BackupDraft(join(folder, "nowhere/a.tar"), about, false)).toThrow(/nowhere\/a\.tar cannot be written: there is no folder \S+nowhere/);
    expect(() => new BackupDraft(folder, about, true)).toThrow(/is a folder; a backup is a file/);
  });
});

it("a section may be larger than eight gigabytes", () => {
  const header = { name: "large.gz", bytes: 12_345_678_901, modified: 1_800_000_000 };
  expect(readTarHeader(tarHeader(header))).toEqual(header);
});

function archive(content: Record<string, string>): Buffer {
  const entries = Object.entries(content).map(([name, text]) => Buffer.concat([tarHeader({ name, bytes: text.length, modified: 0 }), Buffer.from(text), Buffer.alloc(padding(text.length))]));
  return Buffer.concat([...entries, tarEnd]);
}
