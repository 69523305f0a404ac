import { GraphQLError } from "graphql";

export type Path = (string | number)[];

// Each one costs time that is everybody's, and nobody reads so many.
const mostFaults = 1000;

/** One answer in the making: where in it we are, and what in the divisions' data did not fit the schema. */
export class ShapeRun {
  readonly faults: GraphQLError[] = [];
  readonly path: Path = [];

  constructor(
    /** Answers `__schema` and `__type`, which no division is asked for. */
    readonly introspect: (responseName: string) => unknown,
  ) {}

  fault(message: string, ...last: Path) {
    if (this.faults.length < mostFaults) this.faults.push(new GraphQLError(message, { path: [...this.path, ...last], extensions: { code: "INTERNAL_SERVER_ERROR" } }));
  }
}
