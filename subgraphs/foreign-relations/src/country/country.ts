import { CountryKey } from "@huu-nghi/subgraph-kit";
import { Directive, ObjectType } from "type-graphql";

@ObjectType({ description: "A country, by its ISO 3166-1 alpha-2 code." })
@Directive('@key(fields: "code")')
export class Country extends CountryKey {}
