export { packageFolder } from "./binaries";
export { makeDataDir } from "./data-folder";
export { Lock } from "./lock";
export { createPrivateFile, readIfThere, replaceInKind, writePrivateFile } from "./private-file";
export { type DivisionUrls, databaseName, provision } from "./provision";
export { connectOrStart, type EmbeddedPostgres, holderOf, type PostgresOptions, PostgresInUse, startPostgres } from "./server";
