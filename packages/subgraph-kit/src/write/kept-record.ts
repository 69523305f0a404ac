import type { Role } from "@huu-nghi/identity";
import { LocalDate } from "@huu-nghi/service-kit";
import { Arg, Args, FieldResolver, Resolver, Root } from "type-graphql";
import { Needs } from "../access/declare";
import type { Domain } from "../domain";
import { PageArgs } from "../page/page-args";
import { pageOf } from "../page/page-of";
import { RequestScope } from "../scope";
import { History } from "./history";
import { ChangedValue, HistoryEntry } from "./history-entry";

const HistoryPage = pageOf(HistoryEntry, "HistoryEntry", { shareable: true });

@Resolver(() => HistoryEntry)
export class HistoryEntryResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => [ChangedValue], { description: "What was changed; empty where it had to be erased." })
  changes(@Root() entry: HistoryEntry): Promise<ChangedValue[]> {
    return this.scope.get(History).changes(entry);
  }
}

interface Keeping<Row> {
  /** Whose records it is: who is of one of these unions may see what was done to it. */
  unionsOf: (scope: RequestScope, record: Row) => string[] | Promise<string[]>;
  /** Who may see it; a viewer of one of the unions when not given. */
  role?: Role;
}

/** Gives a type its history and what it was on a day. */
export const keptRecord = <Row extends { id: string }>(type: new () => Row, { unionsOf, role = "viewer" }: Keeping<Row>): Required<Pick<Domain, "resolvers">> => {
  @Resolver(() => type)
  class KeptRecordResolver {
    constructor(private readonly scope: RequestScope) {}

    @Needs(role)
    @FieldResolver(() => HistoryPage, { nullable: true, description: "What was done to it, newest first; for those who have a role in a union that it belongs to." })
    async history(@Root() record: Row, @Args(() => PageArgs) args: PageArgs) {
      this.scope.viewer.requireAny(role, await unionsOf(this.scope, record));
      return this.scope.get(History).page(type, record.id, args);
    }

    @Needs(role)
    @FieldResolver(() => type, { nullable: true, description: "It as it stood at the end of a day, by its own fields; null when it was not there. For those who may see its history." })
    async asOf(@Root() record: Row, @Arg("day", () => LocalDate, { description: "A day in Viet Nam." }) day: string) {
      this.scope.viewer.requireAny(role, await unionsOf(this.scope, record));
      return this.scope.get(History).asOf(type, record.id, day);
    }
  }
  return { resolvers: [KeptRecordResolver] };
};
