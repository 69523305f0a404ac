import { execFile, spawn, type ChildProcess } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { composeSupergraph, startGateway } from "@huu-nghi/gateway";
import { developmentToken, newDevelopmentKey } from "@huu-nghi/identity";
import { Service } from "@huu-nghi/launcher";
import type { RunningService } from "@huu-nghi/service-kit";
import { buildDivisionSchema, sqlName, type Division } from "@huu-nghi/subgraph-kit";
import { keepOutput, plant, testKey, testKeys, testLog } from "@huu-nghi/test-kit";
import type { FallingPostgres } from "./crash-postgres.fixture";

const project = join(__dirname, "..");

/** A division in a process of its own, that is started again when it dies, as npm start does. */
class DivisionProcess {
  private child: ChildProcess | undefined;
  private readonly service: Service;

  private readonly main: string;

  constructor(
    readonly division: Division,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly log: string,
  ) {
    this.main = join(project, "subgraphs", division.name, "dist/main.js");
    const output = openSync(log, "a");
    const run = (file: string, args: string[], options = {}) => (this.child = spawn(file, args, { ...options, stdio: ["ignore", output, output, "ipc"] }));
    this.service = new Service({ spawn: run }, { name: division.name, main: this.main, args: ["serve"], environment });
  }

  /** Starts it with the article records, whose unions are written about. */
  async start(): Promise<string> {
    await promisify(execFile)(process.execPath, [this.main, "load"], { env: this.environment });
    return this.service.start();
  }

  fall(): void {
    this.child?.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.service.stop();
    keepOutput(this.division.name, readFileSync(this.log, "utf8"));
  }
}

/** Divisions behind a gateway, all on one PostgreSQL. */
export class FallingSystem {
  private constructor(
    readonly gateway: RunningService,
    readonly divisions: DivisionProcess[],
    /** What an officer of these divisions shows to the gateway. */
    readonly token: string,
  ) {}

  static async start(folder: string, postgres: FallingPostgres, divisions: Division[], environment: NodeJS.ProcessEnv = {}): Promise<FallingSystem> {
    const keys = join(folder, "gateway-keys.json");
    writeFileSync(keys, JSON.stringify({ keys: [testKey] }), { mode: 0o600 });
    plant("key", testKey.secret);
    const processes = divisions.map(division => {
      const variable = sqlName(division.name).toUpperCase();
      const { ownerUrl, writerUrl, readerUrl } = postgres.urls[division.name]!;
      const urls = { [`${variable}_DATABASE_URL`]: ownerUrl, [`${variable}_WRITER_URL`]: writerUrl, [`${variable}_READER_URL`]: readerUrl };
      return new DivisionProcess(division, { ...urls, GATEWAY_KEYS_FILE: keys, LOG_LEVEL: "info", ...environment }, join(folder, `${division.name}.log`));
    });
    try {
      const urls = await Promise.all(processes.map(each => each.start()));
      const { privateKey, jwks } = await newDevelopmentKey();
      const token = plant("token", await developmentToken(privateKey, { role: "officer", divisions: divisions.map(({ name }) => name), unions: ["*"] }));
      const { supergraphSdl } = composeSupergraph(divisions.map((division, index) => ({ name: division.name, sdl: buildDivisionSchema(division).sdl, url: urls[index]! })));
      return new FallingSystem(await startGateway({ supergraphSdl, keys: testKeys, log: testLog("gateway"), tokens: { development: jwks } }), processes, token);
    } catch (error) {
      await Promise.all(processes.map(each => each.stop()));
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    await Promise.all(this.divisions.map(each => each.stop()));
  }
}
