import { defineDomain, holding, keptRecord, published, reference } from "@huu-nghi/subgraph-kit";
import { CreatePosition1764400006000 } from "./1764400006000-create.migration";
import { Acting1764500003000 } from "./1764500003000-acting.migration";
import { Position } from "./position";
import { positionDemo, positionRecords } from "./position.data";
import { AssociationPositionResolver, PersonPositionResolver, PositionChangesResolver, PositionResolver, UnionPositionResolver } from "./position.resolver";
import { Positions } from "./positions";

export { FirstPositionInput } from "./position.input";
export { Positions } from "./positions";

export const positions = defineDomain({
  tables: [Position],
  resolvers: [
    PositionResolver, PositionChangesResolver, UnionPositionResolver, AssociationPositionResolver, PersonPositionResolver,
    // Its history tells whose it is.
    ...keptRecord(Position, { role: "officer", unionsOf: (scope, position) => scope.get(Positions).unionsOf(position) }).resolvers,
  ],
  references: [reference(Position, { open: published }, (scope, { id }: { id: string }) => scope.get(Positions).known(id))],
  migrations: [CreatePosition1764400006000, Acting1764500003000],
  records: [positionRecords],
  demo: [positionDemo],
  personalData: [
    holding({
      section: "positions", table: Position, person: "personId", erased: { holderName: "(erased)" },
      keeps: ["title", "role", "bodyKind", "bodyName", "acting", "published", "since", "namedAsOf", "until", "unionId", "associationId", "sourceId"],
      unions: `array(select coalesce(held.union_id, (select union_id from friendship_association where id = held.association_id)))`,
    }),
  ],
});
