import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { checkSection, writeSection } from "@huu-nghi/subgraph-kit";
import { testDatabase } from "../test-database";
import { withClient } from "../test-server";
import { archive, laterArchive } from "./archive.fixture";
import { ArchiveDatabases, expectUntouched, migrateTo, sqlIn } from "./archive-databases.fixture";

/** What is in a gzip file; undefined where that cannot be read. */
const contentOf = (file: Buffer): Buffer | undefined => {
  try {
    return gunzipSync(file);
  } catch {
    return undefined;
  }
};

let databases: ArchiveDatabases;
/** A database with records that no refusal may touch. */
let url: string;
beforeAll(async () => {
  databases = await ArchiveDatabases.make();
  url = await databases.filled(archive);
}, 60_000);
afterAll(() => databases[Symbol.asyncDispose]());

describe("a section that is not as it was written", () => {
  const broken: [string, () => Buffer, RegExp][] = [
    ["is empty", () => Buffer.alloc(0), /ends too early/],
    ["is a text", () => Buffer.from("Dear union"), /no backup of ours/],
    ["is another compressed file", () => gzipSync('{"notes": []}\n'), /no backup of ours/],
    ["is of a newer form", () => gzipSync('{"format":"huu-nghi division","version":2}\n'), /version 2, and this program reads up to 1/],
    ["is another division's", () => rewritten(text => text.replaceAll('"archive"', '"library"')), /holds the division library, not archive/],
    ["lacks a row", () => rewritten(text => text.replace(/\na\tm\t.*\n/, "\n")), /the rows of mark are not those that were written/],
    ["has another value", () => rewritten(text => text.replace("boiled", "cooked")), /the rows of egg are not those that were written/],
    ["lacks a table", () => rewritten(text => text.replace(/\{"table":"hen"\}[^]*?(?=\{"table")/, "")), /the table hen is missing/],
    ["lacks its end", () => rewritten(text => text.replace(/\{"end".*\n/, "")), /ends too early/],
    ["counts other rows than it has", () => rewritten(text => text.replace(/("end":"archive","rows":)/, "$19")), /its end does not fit/],
    ["goes on behind its end", () => Buffer.concat([readFileSync(databases.file), gzipSync("more\n")]), /something follows its end/],
  ];
  const rewritten = (change: (text: string) => string) => {
    const text = gunzipSync(readFileSync(databases.file)).toString("utf8");
    expect(change(text)).not.toBe(text);
    return gzipSync(change(text));
  };

  it.each(broken)("is refused with nothing touched: it %s", async (what, content, reason) => {
    const bad = join(databases.folder, `${what}.gz`);
    writeFileSync(bad, content());
    await expectUntouched(url, () => databases.restore(archive, url, { replace: true, place: { file: bad, from: 0 } }), reason);
  });

  it("is refused wherever it is cut, and whichever of its bytes is another", async () => {
    const good = readFileSync(databases.file);
    const bad = join(databases.folder, "bad.gz");
    for (let at = 0; at < good.length; at += 61) {
      writeFileSync(bad, good.subarray(0, at));
      await expect(checkSection({ file: bad, from: 0 })).rejects.toThrow(/cannot be restored/);
    }
    // The first ten bytes are gzip's own: a time, a system. They are the whole file's checksums' to guard.
    for (let at = 10; at < good.length; at += 13) {
      const flipped = Buffer.from(good);
      flipped[at]! ^= 1 << at % 8;
      // So are bits that only fill up a byte of gzip's: what is read is the same without them.
      if (contentOf(flipped)?.equals(contentOf(good)!)) continue;
      writeFileSync(bad, flipped);
      await expect(checkSection({ file: bad, from: 0 })).rejects.toThrow(/cannot be restored/);
    }
  });

  it("lies anywhere in a file", async () => {
    const inside = join(databases.folder, "inside.tar");
    const section = readFileSync(databases.file);
    writeFileSync(inside, Buffer.concat([Buffer.from("before"), section, Buffer.from("behind")]));
    await expect(checkSection({ file: inside, from: 6 })).rejects.toThrow();
    expect(await checkSection({ file: inside, from: 6, bytes: section.length })).toEqual(await checkSection({ file: databases.file, from: 0 }));
    expect(statSync(databases.file).mode & 0o777).toBe(0o600);
  });
});

describe("a restore that cannot be done", () => {
  it("up to its last moment changes nothing, sequences included", async () => {
    await sqlIn(url, "select setval('receipt', 500); insert into egg (hen_id) values (1)");
    for (const step of ["checked", "loaded"]) {
      const reach = (reached: string) => (reached === step ? Promise.reject(new Error(`stopped when ${step}`)) : Promise.resolve());
      await expectUntouched(url, () => databases.restore(archive, url, { replace: true, reach }), new RegExp(`stopped when ${step}`));
    }
  });

  it("names who else is connected", async () => {
    await withClient(url, async () => {
      await expect(databases.restore(archive, url, { replace: true })).rejects.toThrow(/is in use by archive_owner \(1\) \(connections in brackets\)\. Stop what uses it/);
    });
    await databases.restore(archive, url, { replace: true });
  });

  it("holds off who would migrate meanwhile, and is held off by them", async () => {
    let migrating: Promise<unknown> | undefined;
    const reach = (step: string) => {
      if (step === "checked") migrating = migrateTo(archive, url);
      return Promise.resolve();
    };
    await databases.restore(archive, url, { replace: true, reach });
    expect(await migrating).toEqual([]);
    await withClient(url, async client => {
      await client.query("select pg_advisory_lock(20261122)");
      await expect(databases.restore(archive, url, { replace: true })).rejects.toThrow(/is being migrated or restored by another process/);
    });
  });

  it("does not take away what others hung on its tables", async () => {
    const url = await databases.filled(laterArchive);
    await sqlIn(url, "create schema of_others; create view of_others.eggs as select * from public.egg");
    await expectUntouched(url, () => databases.restore(laterArchive, url, { replace: true }), /something else depends on it: view of_others\.eggs/);
  });
});

it("a database without tables of ours gives no backup, and says so", async () => {
  await expect(writeSection(archive, await databases.empty(), join(databases.folder, "none.gz"), () => undefined)).rejects.toThrow(/has no tables of the division archive: there is nothing to back up/);
  await using other = await testDatabase(archive);
  await expect(writeSection(archive, other.urls.owner, join(databases.folder, "nowhere/a.gz"), () => undefined)).rejects.toThrow(/nowhere\/a\.gz cannot be written/);
});
