import { spawn } from "node:child_process";
import { join } from "node:path";

jest.setTimeout(360_000);

const running = new Set<ReturnType<typeof spawn>>();
afterAll(() => running.forEach(child => child.kill("SIGTERM")));

it("a minute of mixed load, faults and changed supergraphs costs no request, and the heap stays flat", async () => {
  const child = spawn(process.execPath, [join(__dirname, "soak/dist/main.js"), "--minutes", "1", "--clients", "4"], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", chunk => (output += String(chunk)));
  const code = await new Promise<number | null>(resolve => child.once("close", resolve));
  running.delete(child);
  expect(output).toMatch(/^unexpected failures {2}0$/m);
  expect(output).toMatch(/^faults +([4-9]|\d{2,})$/m);
  expect(output).toMatch(/^supergraphs +\d{2,} taken over, [1-9]\d* refused$/m);
  expect({ code, output }).toMatchObject({ code: 0 });
});
