import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepOutput } from "@huu-nghi/test-kit";

export interface ProcessOptions {
  supergraphSdl: string;
  env?: NodeJS.ProcessEnv;
  nodeArguments?: string[];
}

/** The gateway as a process of its own, as it is built. */
export const startGatewayProcess = async ({ supergraphSdl, env, nodeArguments = [] }: ProcessOptions) => {
  const folder = mkdtempSync(join(tmpdir(), "gateway-process-"));
  const file = join(folder, "supergraph.graphql");
  writeFileSync(file, supergraphSdl);
  const environment = { PORT: "0", LOG_LEVEL: "info", RATE_LIMIT_ANONYMOUS_PER_MINUTE: "off", ...env };
  const args = [...nodeArguments, join(__dirname, "../dist/main.js"), "--supergraph", file];
  const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let output = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", chunk => (output += String(chunk)));
  const ended = new Promise<void>(resolve => child.once("close", () => {
    keepOutput("gateway", output);
    rmSync(folder, { recursive: true });
    resolve();
  }));
  const next = <Message>() => Promise.race([new Promise<Message>(resolve => child.once("message", message => resolve(message as Message))), ended.then(() => Promise.reject(new Error(`it ended: ${output}`)))]);
  const { url } = await next<{ url: string }>();
  return {
    url,
    file,
    printed: () => output,
    /** Asks what `nodeArguments` have put into it. */
    tell: async <Answer>(message: object) => {
      const answer = next<Answer>();
      child.send(message);
      return answer;
    },
    /** As whoever runs it ends it. */
    close: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
};
