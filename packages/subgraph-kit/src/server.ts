import { unwrapResolverError } from "@apollo/server/errors";
import { argumentCheck, BadInput, createLog, maskError, NotReady, serveGraphql, type Log, type Problem, type RunningService } from "@huu-nghi/service-kit";
import type { ValidationError } from "class-validator";
import type { GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { ScopedViewer } from "./access/scoped-viewer";
import { onlyGateway, viewerOf } from "./admission";
import type { ServerConfig } from "./config";
import type { StatementListener } from "./database/data-source";
import { openDatabase } from "./database/database";
import { limits } from "./database/limits";
import { migrate } from "./database/migrate";
import { refuseLossyServer, watchSettings } from "./database/lossy-settings";
import type { Division } from "./division";
import { buildDivisionSchema } from "./schema";
import { keepErasures } from "./personal-data/keep-erasures";
import { RequestScope, type ScopedContext } from "./scope";
import { keepPruning } from "./write/prune-keys";
import { obstacleOf, sqlFault } from "./write/sql-faults";

/** The rules that were broken, of an input and of the inputs within it. */
const brokenRules = (errors: readonly ValidationError[]): { argument: string; message: string }[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...(constraints ? [{ argument: property, message: Object.values(constraints).join("; ") }] : []),
    ...brokenRules(children ?? []).map(({ argument, message }) => ({ argument: `${property}.${argument}`, message })),
  ]);

const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const original = unwrapResolverError(error);
  const refuse = ({ message, extensions }: Problem) => maskError({ ...formatted, message, extensions: { ...formatted.extensions, ...extensions } });
  const fault = sqlFault(original);
  if (fault) return refuse(fault);
  if (!(original instanceof ArgumentValidationError)) return maskError(formatted);
  // type-graphql's own error repeats what was sent; only the names and the rules leave the process.
  const fields = brokenRules(original.extensions.validationErrors);
  return refuse(new BadInput(fields[0]?.argument ?? "input", fields.map(each => each.message).join(" "), { fields }));
};

const notReady = (error: unknown) => {
  const obstacle = error instanceof NotReady ? undefined : obstacleOf(error);
  throw obstacle ? new NotReady(obstacle.what, { cause: error }) : error;
};

/** Migrates, then serves a division to its gateway; the database is closed with it. */
export const serveDivision = async (
  division: Division,
  config: ServerConfig,
  log: Log = createLog(division.name, config.logLevel),
  onStatement?: StatementListener,
): Promise<RunningService> => {
  const { schema } = buildDivisionSchema(division);
  await migrate(division, config.urls, config.serverUrl, log);
  const database = await openDatabase(division, config.urls, { limits: config.limits ?? limits, onStatement });
  try {
    if (!config.mayLoseChanges) await refuseLossyServer(database.writer);
    const durable = config.mayLoseChanges ? () => Promise.resolve() : watchSettings(database.writer);
    const erasures = await keepErasures(config.erasuresFile ?? null, database.reader, division.persons, log);
    const service = await serveGraphql<ScopedContext>({
      log,
      host: config.host,
      port: config.port,
      // Only the gateway calls a subgraph, and it has no form of its own to protect.
      apollo: { schema, formatError, csrfPrevention: false, introspection: true, plugins: [argumentCheck] },
      admit: onlyGateway(config.keys, log),
      context: (_request, base, locals) => ({
        ...base,
        scope: new RequestScope(database, base.log, base.requestId, new ScopedViewer(viewerOf(locals), division.name), division.measures, erasures.note),
      }),
      ready: () => Promise.all([database.ready(), durable()]).catch(notReady),
    });
    const endPruning = await keepPruning(database.writer, log);
    return {
      ...service,
      close: async () => {
        await Promise.all([service.close(), endPruning()]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};
