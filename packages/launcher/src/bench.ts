import { join } from "node:path";
import type { Command } from "./command";

/** The program of test/bench. It reads its own arguments. */
export const bench: Command = ({ root, args, life }) => life.run(process.execPath, [join(root, "test/bench/dist/main.js"), ...args]);
