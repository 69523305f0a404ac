import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { Life } from "./life.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Installs, builds, and runs the command. Its result is the exit code; a command that serves returns none. */
export async function handOver(name, args, files) {
  const life = new Life();
  try {
    await install(root, life);
    await build(root);
    const { default: commands } = await import(pathToFileURL(join(root, "packages/launcher/dist/index.js")).href);
    const code = await commands[name]({ root, args: withResolvedFiles(args, files), life });
    if (code !== undefined) await life.end(code);
  } catch (error) {
    // A fault of the operator's, or one with a story of its own, says all in its message.
    if (!life.ending) console.error(process.env.LOG_LEVEL === "debug" ? error : error.message);
    await life.end(1);
  }
}

/** A file is meant as seen from the folder in which npm was called, not from the project's root. */
function withResolvedFiles(args, { fileOptions = [], fileWord = false }) {
  const from = process.env.INIT_CWD ?? process.cwd();
  return args.map((arg, i) => {
    if (fileOptions.includes(args[i - 1])) return resolve(from, arg);
    if (fileWord && !arg.startsWith("-")) return resolve(from, arg);
    const [option, ...value] = arg.split("=");
    return fileOptions.includes(option) && value.length > 0 ? `${option}=${resolve(from, value.join("="))}` : arg;
  });
}
