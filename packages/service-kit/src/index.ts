export { argumentCheck } from "./argument-check";
export { ConfigFault, host, httpUrl, logLevel, nodeEnv, OperatorFault, origins, parseConfig, port, postgresUrl, timeoutMs } from "./config";
export { serveGraphql, type GraphqlService, type RunningService } from "./http";
export { createLog, type Log } from "./log";
export { BadInput, maskError, Problem, problemCodes, type ProblemCode } from "./problem";
export { endWithFault, runService } from "./process";
export type { RequestContext } from "./request-context";
export * from "./scalars";
