import { CountryKey } from "@huu-nghi/subgraph-kit";
import { Directive, ObjectType } from "type-graphql";

@ObjectType()
@Directive('@key(fields: "code")')
export class Country extends CountryKey {}
