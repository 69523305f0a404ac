import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Life } from "./command";
import { Service } from "./service";

jest.setTimeout(20_000);

const life: Pick<Life, "spawn"> = { spawn: (file, args, options = {}) => spawn(file, args, options) };

let folder: string;
let main: string;
let service: Service | undefined;
let printed = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huu-nghi-service-"));
  main = join(folder, "main.js");
  writeFileSync(
    main,
    `const server = require("node:http").createServer((request, response) => request.url === "/die" ? process.exit(3) : response.end("here"));
     if (process.argv[2] === "fail") { console.error("no such table"); process.exit(2); }
     server.listen(process.env.PORT ?? 0, "127.0.0.1", () =>
       process.send({ type: "listening", name: "stub", url: "http://127.0.0.1:" + server.address().port + "/graphql" }));
     process.on("SIGTERM", () => process.exit(0)).on("disconnect", () => process.exit(0));`,
  );
  jest.spyOn(process.stdout, "write").mockImplementation(text => {
    printed += String(text);
    return true;
  });
});

afterAll(async () => {
  await service?.stop();
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const serviceWith = (args: string[]) => new Service(life as Life, { name: "stub", main, args, environment: {} });

describe("a service", () => {
  it("that dies is started again, on its port", async () => {
    service = serviceWith([]);
    const url = await service.start();
    await expect(fetch(new URL("/die", url))).rejects.toThrow();
    let answer = "";
    for (const deadline = Date.now() + 10_000; !answer && Date.now() < deadline; await new Promise(resolve => setTimeout(resolve, 50))) {
      answer = await fetch(url).then(response => response.text()).catch(() => "");
    }
    expect(answer).toBe("here");
    expect(printed).toMatch(/stub +\| ended unexpectedly \(exit code 3\); starting it again in 0\.5 s/);
  });

  it("that dies at its start gives its last words", async () => {
    await expect(serviceWith(["fail"]).start()).rejects.toThrow(/^stub ended at its start \(exit code 2\).*\nno such table/);
  });
});
