import { randomUUID } from "node:crypto";
import { BadInput, changeRow, FigureQualifier, given, givenText, newId, refuseFuture, Source, type RequestScope } from "@huu-nghi/subgraph-kit";
import { IsNull, type EntityManager } from "typeorm";
import { Unions } from "../union";
import type { CorrectOverseasNumberInput, CreateOverseasNumberInput, OverseasSourceInput } from "./overseas.input";
import { Overseas } from "./overseas-counts";
import { OverseasNumber } from "./overseas-number";
import { givenCountry, givenNumber } from "./overseas-rules";

const mostPrinted = 2000;

/** Writes down how many overseas Vietnamese a source says that there are. */
export class OverseasNumberChanges {
  constructor(private readonly scope: RequestScope) {}

  async create(input: CreateOverseasNumberInput): Promise<OverseasNumber> {
    const { union: unionId, people, country = null, statedAsOf, qualifier } = input;
    if (!(await this.scope.get(Unions).byId.load(unionId))) throw new BadInput("union", `There is no union ${unionId}.`);
    this.scope.viewer.requireChange([unionId]);
    refuseFuture("statedAsOf", statedAsOf);
    const number = { countryCode: country === null ? null : givenCountry(country), number: givenNumber(input.number), qualifier: qualifier ?? FigureQualifier.EXACT, asPrinted: givenText("asPrinted", input.asPrinted, mostPrinted) };
    const source = givenSource(input.source);
    const id = newId(unionId);
    return this.scope.write({ action: "createOverseasNumber", input }, OverseasNumber, async tx => {
      await tx.insert(OverseasNumber, { id, unionId, people, statedAsOf, ...number, sourceId: await knownSource(tx, source) });
      return tx.findOneByOrFail(OverseasNumber, { id });
    });
  }

  async correct(input: CorrectOverseasNumberInput): Promise<OverseasNumber> {
    const { country, statedAsOf, number, qualifier, asPrinted, reason } = input;
    const found = await this.scope.get(Overseas).numberById.load(input.id);
    if (!found) throw new BadInput("id", `There is no number of overseas Vietnamese ${input.id}.`);
    this.scope.viewer.requireChange([found.unionId]);
    refuseFuture("statedAsOf", statedAsOf);
    const changes = given({
      countryCode: country == null ? country : givenCountry(country),
      statedAsOf: statedAsOf ?? undefined,
      number: number == null ? undefined : givenNumber(number),
      qualifier: qualifier ?? undefined,
      asPrinted: asPrinted == null ? undefined : givenText("asPrinted", asPrinted, mostPrinted),
    });
    return this.scope.write({ action: "correctOverseasNumber", input, reason }, OverseasNumber, tx => changeRow(tx, OverseasNumber, input, changes));
  }
}

const givenSource = ({ title, publisher, date = null, locator }: OverseasSourceInput) => ({
  title: givenText("source.title", title, 500),
  publisher: publisher == null ? null : givenText("source.publisher", publisher, 500),
  date,
  locator: locator == null ? null : givenText("source.locator", locator, 2000),
});

/** The id of the source as it is known, or from now on. */
const knownSource = async (tx: EntityManager, source: ReturnType<typeof givenSource>): Promise<string> => {
  const { title, publisher, date } = source;
  const known = await tx.findOneBy(Source, { title, publisher: publisher ?? IsNull(), date: date ?? IsNull() });
  if (known) return known.id;
  const id = randomUUID();
  await tx.insert(Source, { id, ...source, statedAsOf: null });
  return id;
};
