import { manyBy, oneBy, type RequestScope } from "@huu-nghi/subgraph-kit";
import { IsNull, Not } from "typeorm";
import { ImportantDate } from "./important-date";

const firstOfYearFirst = (a: ImportantDate, b: ImportantDate) => (a.dayOfYear ?? "99").localeCompare(b.dayOfYear ?? "99") || a.id.localeCompare(b.id);

export class ImportantDates {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, ImportantDate, "id");
  private readonly byCountry = manyBy(this.scope, ImportantDate, "countryCode", firstOfYearFirst);

  /** Those of a country that everybody marks, in the order of the year. */
  ofCountry = async (code: string) => (await this.byCountry.load(code)).filter(({ unionId }) => unionId === null);

  /** Those with a day of the year that a union marks: everybody's and its own. */
  recurringFor = (unionId: string): Promise<ImportantDate[]> =>
    this.scope.read.find(ImportantDate, {
      where: [
        { unionId: IsNull(), dayOfYear: Not(IsNull()) },
        { unionId, dayOfYear: Not(IsNull()) },
      ],
      order: { id: "ASC" },
    });
}
