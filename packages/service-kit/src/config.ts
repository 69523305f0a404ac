import { z } from "zod";

/** A fault for whoever runs the process to mend: its text says what, which and what to do, and is all that is shown. */
export class OperatorFault extends Error {}

/** A configuration that cannot be used; `faults` lists everything that is wrong with it, not only the first. */
export class ConfigFault extends OperatorFault {
  constructor(readonly faults: string[]) {
    super(["The configuration cannot be used:", ...faults.map(fault => `  - ${fault}`)].join("\n"));
    this.name = "ConfigFault";
  }
}

/** Reads an environment as `shape` says. Throws one ConfigFault that names every variable at fault. */
export const parseConfig = <Shape extends z.ZodType>(shape: Shape, env: NodeJS.ProcessEnv): z.infer<Shape> => {
  // An empty variable is one that was not given: `PORT= npm start` means the default.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigFault(
    result.error.issues.map(issue => {
      const name = issue.path.join(".");
      const value = given[name];
      const shown = value === undefined ? "is not set" : secretName.test(name) ? "is set" : `is "${value}"`;
      return name ? `${name} ${shown}: ${issue.message}` : issue.message;
    }),
  );
};

const secretName = /URL|KEY|SECRET|TOKEN|PASSWORD/;

/** Forms that several configurations share. */
export const port = z.coerce
  .number("a port is a whole number from 0 to 65535")
  .int("a port is a whole number from 0 to 65535")
  .min(0, "a port is a whole number from 0 to 65535")
  .max(65535, "a port is a whole number from 0 to 65535");

export const host = z.string().regex(/^[A-Za-z0-9.:-]+$/, "a host is a name or an IP address");

export const logLevel = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
  message: "a log level is one of fatal, error, warn, info, debug, trace, silent",
});

export const nodeEnv = z.enum(["production", "development", "test"], { message: "NODE_ENV is production, development or test" });

const milliseconds = "a time is a whole number of milliseconds, from 1 to 600000";
export const timeoutMs = z.coerce.number(milliseconds).int(milliseconds).min(1, milliseconds).max(600_000, milliseconds);

/** A limit that may be switched off, which is Infinity. */
export const limitOrOff = z.string().transform((text, context) => {
  if (text === "off") return Infinity;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  context.addIssue({ code: "custom", message: "a limit is a whole number from 1 on, or off" });
  return z.NEVER;
});

const isOrigin = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
export const origins = z
  .string()
  .transform(text => text.split(",").map(origin => origin.trim()).filter(Boolean))
  .refine(all => all.every(isOrigin), "origins look like https://dashboard.example, separated by commas, without a path");

export const postgresUrl = z.string().refine(
  text => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol),
  "a database URL looks like postgres://user:password@host:5432/database",
);

export const httpUrl = z.string().refine(
  text => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
  "an address looks like http://127.0.0.1:4001/graphql",
);
