import { CurrencyCode, Decimal } from "@huu-nghi/service-kit";
import { Directive, Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Column } from "typeorm";

export enum Language {
  VI = "VI",
  EN = "EN",
}
registerEnumType(Language, {
  name: "Language",
  description: "A language of the records.",
  valuesConfig: { VI: { description: "Vietnamese." }, EN: { description: "English." } },
});

/** A name or title in both languages: columns `<name>_vi`, `<name>_en`, `<name>_own_translation`. */
@ObjectType({ description: "A name or title in Vietnamese and English. Where a source gave only one of them, both hold it." })
@Directive("@shareable")
export class LocalizedText {
  @Field(() => String, { description: "In Vietnamese; the English text where there is no Vietnamese one." })
  @Column("text", { nullable: true })
  vi!: string | null;

  @Field(() => String, { description: "In English; the Vietnamese text where there is no English one." })
  @Column("text", { nullable: true })
  en!: string | null;

  @Field(() => Language, { nullable: true, description: "The language into which this project translated it; null where both texts, or the only one, are the source's." })
  @Column("text", { nullable: true })
  ownTranslation!: Language | null;
}

@InputType({ description: "A name or title in Vietnamese, in English, or in both." })
export class LocalizedTextInput {
  @Field(() => String, { nullable: true, description: "In Vietnamese; at most 500 characters." })
  vi?: string | null;

  @Field(() => String, { nullable: true, description: "In English; at most 500 characters." })
  en?: string | null;

  @Field(() => Language, { nullable: true, description: "The language of the text that is a translation of one's own, when the name has no official text in it." })
  ownTranslation?: Language | null;
}

/** What a client gets of a LocalizedText; set on the built schema, since it is asked for on almost every row. */
export const localizedTextResolvers = {
  vi: (text: LocalizedText) => text.vi ?? text.en,
  en: (text: LocalizedText) => text.en ?? text.vi,
  ownTranslation: (text: LocalizedText) => text.ownTranslation ?? null,
};

@ObjectType({ description: "An exact amount in one currency." })
@Directive("@shareable")
export class Money {
  @Field(() => Decimal, { description: "The amount, in the currency's main unit, rounded to its smallest one." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217." })
  currency!: string;
}
