import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFault } from "@huu-nghi/service-kit";
import type { WatchedSupergraph } from "./supergraph-watch";

/** A supergraph file for a test that changes it. */
export const watchedFile = (text: string, pollMs = 20) => {
  const folder = mkdtempSync(join(tmpdir(), "gateway-reload-"));
  const file = join(folder, "supergraph.graphql");
  writeFileSync(file, text);
  const read = () => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      throw new ConfigFault([`There is no ${file}.`]);
    }
  };
  const watched: WatchedSupergraph = { file, read, pollMs };
  return {
    watched,
    /** As an operator's program does it: beside, then moved over. */
    replace: (next: string) => {
      writeFileSync(`${file}.new`, next);
      renameSync(`${file}.new`, file);
    },
    overwrite: (next: string) => writeFileSync(file, next),
    remove: () => rmSync(file),
    end: () => rmSync(folder, { recursive: true }),
  };
};
