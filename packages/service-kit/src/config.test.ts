import { z } from "zod";
import { ConfigFault, host, httpUrl, logLevel, OperatorFault, parseConfig, port, postgresUrl } from "./config";

const shape = z.object({ HOST: host.default("127.0.0.1"), PORT: port.default(4000), LOG_LEVEL: logLevel.default("info"), DATABASE_URL: postgresUrl.optional(), LINK: httpUrl.optional() });

const faultsOf = (env: NodeJS.ProcessEnv): string[] => {
  try {
    parseConfig(shape, env);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorFault);
    return (error as ConfigFault).faults;
  }
  return [];
};

it("reads what is given, and takes an empty variable as one that is not", () =>
  expect(parseConfig(shape, { HOST: "", PORT: "8080", LOG_LEVEL: "", DATABASE_URL: "", OTHER: "1" })).toEqual({ HOST: "127.0.0.1", PORT: 8080, LOG_LEVEL: "info" }));

it("lists every fault at once, with the variable, its value and what would be right", () => {
  const faults = faultsOf({ HOST: "a b", PORT: "abc", LOG_LEVEL: "loud", LINK: "ftp://x" });
  expect(faults).toEqual([
    'HOST is "a b": a host is a name or an IP address',
    'PORT is "abc": a port is a whole number from 0 to 65535',
    expect.stringMatching(/^LOG_LEVEL is "loud": a log level is one of fatal, /),
    'LINK is "ftp://x": an address looks like http://127.0.0.1:4001/graphql',
  ]);
  expect(new ConfigFault(faults).message.split("\n")).toHaveLength(5);
});

it.each(["-1", "65536", "1.5", "4000x"])("refuses the port %s", PORT => expect(faultsOf({ PORT })).toHaveLength(1));

it("never prints an address of a database, since it holds a password", () => {
  const [fault, ...more] = faultsOf({ DATABASE_URL: "mysql://root:hunter2@db/x" });
  expect(more).toEqual([]);
  expect(fault).toBe("DATABASE_URL is set: a database URL looks like postgres://user:password@host:5432/database");
});
