import { join } from "node:path";
import type { Command } from "./command";

/** The program of test/soak. It reads its own arguments. */
export const soak: Command = ({ root, args, life }) => life.run(process.execPath, [join(root, "test/soak/dist/main.js"), ...args]);
