import { LocalDate } from "@huu-nghi/service-kit";
import { Args, ArgsType, Field, ID, Query, Resolver } from "type-graphql";
import { graphqlNames } from "../config";
import type { Domain } from "../domain";
import { Names } from "../named-arguments";
import { PageArgs } from "../page/page-args";
import { pageOf } from "../page/page-of";
import { RequestScope } from "../scope";
import { AccessLog } from "./access-log";
import { AccessLogEntry } from "./access-log-entry";
import { AccessLog1764100000000 } from "./access-log.migration";
import { Needs } from "./declare";

export const AccessLogPage = pageOf(AccessLogEntry, "AccessLogEntry", { shareable: true });

@ArgsType()
class AccessLogArgs extends PageArgs {
  @Names("Union")
  @Field(() => ID, { nullable: true, description: "Openings of records of this union." })
  union?: string | null;

  @Field(() => ID, { nullable: true, description: "Openings of the record with this id." })
  record?: string | null;

  @Field(() => String, { nullable: true, description: "Openings by this viewer: the subject of a token." })
  viewer?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "On this day or later." })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "On this day or before." })
  to?: string | null;
}

/** A division's log of openings: the root field carries its name, since each division has one. */
export const accessLogDomain = (division: string): Domain => {
  const field = `${graphqlNames(division).camel}AccessLog`;

  @Resolver()
  class AccessLogResolver {
    constructor(private readonly scope: RequestScope) {}

    @Query(() => AccessLogPage, { name: field, nullable: true, description: `Who opened personal data of the division ${division}, newest first; for administrators, each of the own unions.` })
    @Needs<undefined, AccessLogArgs>("admin", (_, { union }) => union)
    accessLog(@Args(() => AccessLogArgs) { first, after, ...filter }: AccessLogArgs) {
      return this.scope.get(AccessLog).page(filter, { first, after });
    }
  }

  return { tables: [AccessLogEntry], resolvers: [AccessLogResolver], migrations: [AccessLog1764100000000] };
};
