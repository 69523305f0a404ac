import type { Log } from "./log";

/** What the libraries ask of a logger. */
type LibraryLog = Record<"debug" | "info" | "warn" | "error", (message?: unknown) => void>;

/**
 * The log for libraries. What they tell as news is detail to us; their warnings and errors stay what they are, up to
 * the colon after which they put another error's text, which could hold anything. Our own report tells that error.
 */
export const libraryLog = (log: Log): LibraryLog => {
  const teller = (level: "debug" | "warn" | "error") => (message?: unknown) => {
    if (typeof message === "string") log[level](message.split(/: |:?\n/, 1)[0]);
    else log[level]({ err: message }, "a library met a fault");
  };
  return { debug: teller("debug"), info: teller("debug"), warn: teller("warn"), error: teller("error") };
};
