import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayEnter, mayReadAndRun, unprivilegedAccount } from "./account";
import { databaseName } from "./provision";

describe("the account that root lends to PostgreSQL", () => {
  it("is nobody, whose number macOS writes as -2", () => {
    expect(unprivilegedAccount("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n")).toEqual({ uid: 65534, gid: 65534 });
    expect(unprivilegedAccount("nobody:*:-2:-2::/var/empty:/usr/bin/false\n")).toEqual({ uid: 4294967294, gid: 4294967294 });
  });

  it("must be one that the machine knows", () => {
    expect(() => unprivilegedAccount("root:x:0:0:root:/root:/bin/sh\n")).toThrow(/no account `nobody`.*ordinary user/);
  });

  it("may not enter what a folder above keeps from it", () => {
    const folder = mkdtempSync(join(tmpdir(), "huu-nghi-account-"));
    const stranger = { uid: 4242, gid: 4242 };
    const program = join(folder, "inner/program");
    mkdirSync(join(folder, "inner"));
    writeFileSync(program, "");
    chmodSync(program, 0o755);
    chmodSync(folder, 0o711);
    expect([mayEnter(join(folder, "inner"), stranger), mayReadAndRun(program, stranger)]).toEqual([true, true]);
    chmodSync(folder, 0o700);
    expect([mayEnter(join(folder, "inner"), stranger), mayReadAndRun(program, stranger), mayEnter(folder, undefined)]).toEqual([false, false, true]);
    rmSync(folder, { recursive: true });
  });
});

describe("the name of a division", () => {
  it("becomes that of its database, and nothing that could be more than a name", () => {
    expect(databaseName("foreign-relations")).toBe("foreign_relations");
    expect(() => databaseName("x; drop database postgres")).toThrow(/not a name for a division/);
  });
});
