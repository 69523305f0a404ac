import { GraphQLError } from "graphql";

export type Path = (string | number)[];

/** One answer in the making: where in it we are, and what in the divisions' data did not fit the schema. */
export class ShapeRun {
  readonly faults: GraphQLError[] = [];
  readonly path: Path = [];

  constructor(
    /** Answers `__schema` and `__type`, which no division is asked for. */
    readonly introspect: (responseName: string) => unknown,
  ) {}

  fault(message: string, ...last: Path) {
    this.faults.push(new GraphQLError(message, { path: [...this.path, ...last], extensions: { code: "INTERNAL_SERVER_ERROR" } }));
  }
}
