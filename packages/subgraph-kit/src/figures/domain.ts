import { Foundation1764000000000 } from "../database/foundation.migration";
import type { Domain } from "../domain";
import { LoadedRecord } from "../records/loaded-record";
import { Source } from "../sources/source";
import { Statement } from "../sources/statement";
import { FigureChanges1764200000500 } from "./figure-changes.migration";
import { CompletePeriod, ReportedFigure } from "./reported-figure";
import { FigureResolver, ReportSectionResolver } from "./report-section";
import { reportedFigureRecords, sourceRecords, statementRecords } from "./figure-data";

/** What every division has: sources, statements that differ, and figures with their readings. */
export const figureDomain: Domain = {
  tables: [Source, Statement, ReportedFigure, CompletePeriod, LoadedRecord],
  resolvers: [ReportSectionResolver, FigureResolver],
  migrations: [Foundation1764000000000, FigureChanges1764200000500],
  records: [sourceRecords, statementRecords, reportedFigureRecords],
};
