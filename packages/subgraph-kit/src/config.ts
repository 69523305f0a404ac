import { keyRingOf, keyVariables, type KeyRing } from "@huu-nghi/identity";
import { ConfigFault, createLog, FaultList, host, logLevel, nodeEnv, parseConfig, port, postgresUrl } from "@huu-nghi/service-kit";
import { z } from "zod";
import type { Limits } from "./database/limits";

export interface DatabaseUrls {
  /** Makes and migrates the tables. */
  owner: string;
  /** Logins of their own for reading and writing; without them the owner's login takes those roles. */
  writer: string;
  reader: string;
}

export interface DivisionConfig {
  host: string;
  port: number;
  logLevel: string;
  urls: DatabaseUrls;
  /** A server on which the division's database is made first, when only that was given. */
  serverUrl: string | null;
  /** The list of who was erased, which lies outside the databases; null: none is kept. */
  erasuresFile?: string | null;
}

/** What a division's process needs to serve: also the keys by which it knows its gateway. */
export interface ServerConfig extends DivisionConfig {
  keys: KeyRing;
  /** Serves also on a server that can lose what it acknowledged, for a trial. */
  mayLoseChanges?: boolean;
  /** How long it waits for its database, when that is not as long as every process does. */
  limits?: Limits;
}

/** `foreign-relations` is `foreign_relations` in SQL and `FOREIGN_RELATIONS` in the environment. */
export const sqlName = (division: string) => division.replaceAll("-", "_");
/** `foreign-relations` is `foreignRelations` where a GraphQL name begins with it, and `ForeignRelations` further on. */
export const graphqlNames = (division: string) => {
  const camel = division.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { camel, pascal: `${camel[0]!.toUpperCase()}${camel.slice(1)}` };
};
export const variableName = (division: string) => sqlName(division).toUpperCase();

const withDatabase = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

export const readDivisionConfig = (division: string, env: NodeJS.ProcessEnv = process.env): DivisionConfig => {
  const prefix = variableName(division);
  const [owner, writer, reader] = [`${prefix}_DATABASE_URL`, `${prefix}_WRITER_URL`, `${prefix}_READER_URL`] as const;
  const shape = z
    .object({
      HOST: host.default("127.0.0.1"),
      PORT: port.default(0),
      LOG_LEVEL: logLevel.default("info"),
      ERASURES_FILE: z.string().min(1).optional(),
      DATABASE_URL: postgresUrl.optional(),
      [owner]: postgresUrl.optional(),
      [writer]: postgresUrl.optional(),
      [reader]: postgresUrl.optional(),
    })
    .refine(given => given[owner] ?? given.DATABASE_URL, {
      message: `${owner} is not set: give it, or DATABASE_URL of a server where the database can be made`,
      when: () => true, // also when another variable is at fault: all faults are told at once
    });
  const given = parseConfig(shape, env) as Record<string, string> & { PORT: number };
  const url = given[owner] ?? withDatabase(given["DATABASE_URL"]!, sqlName(division));
  return {
    host: given["HOST"]!,
    port: given.PORT,
    logLevel: given["LOG_LEVEL"]!,
    urls: { owner: url, writer: given[writer] ?? url, reader: given[reader] ?? url },
    serverUrl: given[owner] ? null : given["DATABASE_URL"]!,
    erasuresFile: given["ERASURES_FILE"] ?? null,
  };
};

const durabilityForm = z.object({ DATABASE_MAY_LOSE_CHANGES: z.enum(["yes", "no"], { message: "say yes or no" }).default("no") });

const keyForm = z.object({ ...keyVariables, NODE_ENV: nodeEnv.default("development") });

const readKeys = (division: string, env: NodeJS.ProcessEnv): KeyRing => {
  const { NODE_ENV: mode, ...given } = parseConfig(keyForm, env);
  const log = createLog(division, "error");
  const keys = keyRingOf(given, { production: mode === "production", onFault: ({ faults }) => log.error({ faults }, "the gateway's keys stay as they were") });
  if (keys) return keys;
  throw new ConfigFault(["GATEWAY_KEYS_FILE is not set: a division answers its gateway only, and knows it by the keys in this file (or in GATEWAY_KEYS). npm start makes one."]);
};

/** All faults at once, those of the keys included. */
export const readServerConfig = (division: string, env: NodeJS.ProcessEnv = process.env): ServerConfig => {
  const faults = new FaultList();
  const config = faults.attempt(() => readDivisionConfig(division, env));
  const keys = faults.attempt(() => readKeys(division, env));
  const durability = faults.attempt(() => parseConfig(durabilityForm, env));
  faults.tell();
  return { ...config!, keys: keys!, mayLoseChanges: durability!.DATABASE_MAY_LOSE_CHANGES === "yes" };
};
