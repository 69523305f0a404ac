import { createLog, endWithFault, runService } from "@huu-nghi/service-kit";
import { help, readConfig, wantsHelp } from "./config";
import { startGateway } from "./gateway";

const main = async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) return void process.stdout.write(help);
  const { logLevel, ...options } = readConfig(args, undefined, ({ faults }) => log.error({ faults }, "the keys stay as they were"));
  const log = createLog("gateway", logLevel);
  await runService("gateway", async () => {
    const gateway = await startGateway({ ...options, log });
    log.info({ url: gateway.url }, "the gateway listens");
    return gateway;
  }, log);
};

main().catch(endWithFault);
