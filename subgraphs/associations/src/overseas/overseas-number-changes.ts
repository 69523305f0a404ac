import { BadInput, changeRow, FigureQualifier, given, givenSource, givenText, knownSource, newId, refuseFuture, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Unions } from "../union";
import type { CorrectOverseasNumberInput, CreateOverseasNumberInput } from "./overseas.input";
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
