import { CountryKey } from "@huu-nghi/subgraph-kit";
import { Directive, ObjectType } from "type-graphql";

@ObjectType({ description: "A country, seen from the friendship associations for it." })
@Directive('@key(fields: "code")')
export class Country extends CountryKey {}
