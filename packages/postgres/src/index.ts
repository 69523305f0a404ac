export { packageFolder } from "./binaries";
export { type DivisionUrls, databaseName, provision } from "./provision";
export { connectOrStart, type EmbeddedPostgres, holderOf, type PostgresOptions, PostgresInUse, startPostgres } from "./server";
