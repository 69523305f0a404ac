import { spawnSync } from "node:child_process";
import { join } from "node:path";

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, "../run.mjs"), ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
};

describe("run.mjs", () => {
  it("lists the commands for a name it does not know, and for none", () => {
    expect(run("strat")).toMatchObject({ status: 1, stderr: expect.stringMatching(/no command "strat"[^]*start[^]*gateway[^]*demo/) as string });
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining("compose") as string });
  });

  it.each(["start", "test", "compose", "gateway", "demo", "backup", "restore", "history", "token", "keys", "ask", "bench", "soak"])("explains %s without doing anything", name => {
    expect(run(name, "--help")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^npm (start|test|run)/) as string, stderr: "" });
  });
});
