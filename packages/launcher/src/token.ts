import { developmentToken } from "@huu-nghi/identity";
import { type Command, say } from "./command";
import { type KeyConfig, readKeyConfig } from "./config";
import { divisionsIn } from "./divisions";
import { keptDevelopmentKey } from "./key-files";
import { readOptions, refuseFaults } from "./options";
import { readRole, roleOptions } from "./role-options";

const usualMinutes = "720";
const mostMinutes = 7 * 24 * 60;

/** A development token, and nothing else on standard output. */
export const token: Command = async ({ root, args }) => {
  say(await tokenFor(args, divisionsIn(root).map(({ name }) => name), readKeyConfig(root)));
  return 0;
};

export async function tokenFor(args: string[], divisions: string[], { production, dataDir }: Pick<KeyConfig, "production" | "dataDir">): Promise<string> {
  if (production) throw new Error("With NODE_ENV=production no development token is made: no gateway in production takes one. Tokens come from the identity provider there (OIDC_ISSUER).");
  const faults: string[] = [];
  const options = readOptions(args, { ...roleOptions, "--exactly": "flag", "--minutes": "once" }, 0, faults);
  const described = readRole(options, divisions, faults);
  const minutes = options.first("--minutes") ?? usualMinutes;
  if (!options.has("--role")) faults.push("--role is needed: viewer, officer, leader or admin.");
  if (!/^\d{1,5}$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > mostMinutes) faults.push(`--minutes ${minutes} is no whole number from 1 to ${mostMinutes}.`);
  refuseFaults("token", faults);
  const { key } = await keptDevelopmentKey(dataDir);
  return developmentToken(key, { ...described!, exactly: options.has("--exactly"), minutes: Number(minutes) });
}
