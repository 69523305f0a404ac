import { ConfigFault } from "@huu-nghi/service-kit";
import type { Command } from "./command";
import { type KeyConfig, readKeyConfig } from "./config";
import { gatewayProgram } from "./gateway-program";
import { keyEnvironment } from "./key-files";

/** The gateway alone, over any supergraph. It reads its own arguments and environment. */
export const gateway: Command = async ({ root, args, life }) => {
  const config = configOf(root);
  // In production it makes no keys: only those are good that the subgraphs were given, too.
  const env = config && { ...config.gatewayEnvironment, ...(!config.production && (await keyEnvironment(config)).gateway) };
  const [main, flags] = gatewayProgram(root);
  life.serves = true;
  return life.run(process.execPath, [...flags, main, ...args], { env });
};

/** Undefined for a configuration at fault: the gateway tells of it, together with all that is at fault in its own. */
function configOf(root: string): KeyConfig | undefined {
  try {
    return readKeyConfig(root);
  } catch (error) {
    if (error instanceof ConfigFault) return undefined;
    throw error;
  }
}
