import { countryName, isAssignedCountry } from "@huu-nghi/reference";
import { CountryCode } from "@huu-nghi/service-kit";
import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "./access/declare";
import { referenceData } from "./access/reasons";
import { LocalizedText } from "./values";

/**
 * A country as every division knows it: its code and, from the reference data, its names. A division extends this by
 * the fields that it adds.
 */
@ObjectType()
export abstract class CountryKey {
  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-2." })
  code!: string;

  @Field(() => LocalizedText, { description: "Its usual short names." })
  @Directive("@shareable")
  @Open(referenceData)
  name?: LocalizedText;
}

/** Names are reference data: no division waits for another only to print one. */
export const countryResolvers = { name: ({ code }: CountryKey) => countryName(code) };

export const findCountry = (code: string): { code: string } | null => (isAssignedCountry(code) ? { code } : null);
