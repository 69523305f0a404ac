import { createLog, serveGraphql, type Log, type RunningService } from "@huu-nghi/service-kit";
import type { GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { unwrapResolverError } from "@apollo/server/errors";
import { BadInput, maskError } from "@huu-nghi/service-kit";
import type { DivisionConfig } from "./config";
import type { StatementListener } from "./database/data-source";
import { openDatabase } from "./database/database";
import { migrate } from "./database/migrate";
import type { Division } from "./division";
import { buildDivisionSchema } from "./schema";
import { RequestScope, type ScopedContext } from "./scope";

const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const original = unwrapResolverError(error);
  if (!(original instanceof ArgumentValidationError)) return maskError(formatted);
  // type-graphql's own error repeats what was sent; only the names and the rules leave the process.
  const fields = original.extensions.validationErrors.map(({ property, constraints }) => ({ argument: property, message: Object.values(constraints ?? {}).join("; ") }));
  const message = fields.map(each => each.message).join(" ");
  return maskError({ ...formatted, message, extensions: { ...formatted.extensions, ...new BadInput(fields[0]?.argument ?? "input", message, { fields }).extensions } });
};

/** Migrates, then serves a division; the database is closed with it. */
export const serveDivision = async (
  division: Division,
  config: DivisionConfig,
  log: Log = createLog(division.name, config.logLevel),
  onStatement?: StatementListener,
): Promise<RunningService> => {
  await migrate(division, config.urls, config.serverUrl, log);
  const database = await openDatabase(division, config.urls, onStatement);
  const { schema } = buildDivisionSchema(division);
  const service = await serveGraphql<ScopedContext>({
    log,
    host: config.host,
    port: config.port,
    // Only the gateway calls a subgraph, and it has no form of its own to protect.
    apollo: { schema, formatError, csrfPrevention: false, introspection: true },
    context: (_request, base) => ({ ...base, scope: new RequestScope(database, base.log, division.measures) }),
    ready: () => database.reader.query("select 1"),
  });
  return {
    ...service,
    close: async () => {
      await service.close();
      await database.close();
    },
  };
};
