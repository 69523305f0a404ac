import { assertDay, type Day, isWithin, today } from "./day";
import { type BilingualName, foldText, nameOf } from "./name";
import { once, readTable } from "./table";

/** A province or centrally-run city of Viet Nam, with the name and kind that it has on the day asked for. */
export interface Province {
  /**
   * Names one unit for good. The 63 until 30 June 2025 have a plain id ("vinh-phuc", "phu-tho"); the 34 since then end in the
   * year of their beginning ("phu-tho-2025"), also where name or area stayed the same.
   */
  readonly id: string;
  /** Code of the General Statistics Office; the same code may name another unit at another time. */
  readonly code: string;
  readonly name: BilingualName;
  /** A city is run by the central government, and equal to a province. */
  readonly kind: "province" | "city";
  /** First day; null when it is not recorded here. */
  readonly validFrom: Day | null;
  /** Last day; null while it exists. */
  readonly validUntil: Day | null;
}

/** What a unit was called, and its kind, for a time; null bounds are those of the unit. */
interface Stage {
  readonly name: BilingualName;
  readonly kind: Province["kind"];
  readonly from: Day | null;
  readonly until: Day | null;
}

/** A unit with all that it was ever called. */
interface Unit {
  readonly id: string;
  readonly code: string;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  /** Oldest first. */
  readonly stages: readonly Stage[];
  /** Its names and aliases in the form in which they are compared. */
  readonly keys: ReadonlySet<string>;
}

/** The day from which the list of provinces is whole: Hà Tây went into Hà Nội. */
export const provincesRecordedFrom: Day = "2008-08-01";

/**
 * The districts of all provinces ended with the amended Constitution (Resolution 203/2025/QH15): from 1 July 2025 there
 * are provinces and communes, nothing between.
 */
const LAST_DAY_OF_DISTRICTS: Day = "2025-06-30";

const units = once((): ReadonlyMap<string, Unit> => {
  const names = readTable("province-names.tsv", ["province", "kind", "name_vi", "name_en", "from", "until"], ["province", "from"]);
  const aliases = readTable("province-aliases.tsv", ["province", "alias"], ["province", "alias"]);
  const rows = readTable("provinces.tsv", ["id", "code", "valid_from", "valid_until"], ["id"]);
  return new Map(
    rows.map((row): [string, Unit] => {
      const named = names.filter((name) => name.province === row.id);
      const called = [
        ...named.flatMap((name) => [name.name_vi, name.name_en]),
        ...aliases.filter((alias) => alias.province === row.id).map((alias) => alias.alias),
      ];
      const unit: Unit = {
        id: row.id,
        code: row.code,
        validFrom: row.valid_from || null,
        validUntil: row.valid_until || null,
        stages: named.map((name) => ({
          name: nameOf(name),
          kind: name.kind === "city" ? "city" : "province",
          from: name.from || null,
          until: name.until || null,
        })),
        keys: new Set(called.map(provinceKey)),
      };
      return [unit.id, unit];
    }),
  );
});

const succession = once(() => readTable("province-succession.tsv", ["from", "to", "on"], ["from", "to"]));

/** "TP. Hồ Chí Minh", "Ho Chi Minh City" and "HoChiMinh" are the same name. */
export function provinceKey(text: string): string {
  return foldText(text)
    .replace(/^(tinh|thanh pho|tp|t p) /, "")
    .replace(/ (province|city)$/, "")
    .replaceAll(" ", "");
}

/** A unit as it was on a day; as it is now, or was in the end, when no day is given. */
function asOf(unit: Unit, onDate: Day | null): Province {
  const day = onDate ?? unit.validUntil ?? today();
  const stage = unit.stages.find(({ from, until }) => isWithin(day, from, until));
  if (!stage) throw new Error(`province-names.tsv: ${unit.id} has no name on ${day}`);
  const { id, code, validFrom, validUntil } = unit;
  return { id, code, name: stage.name, kind: stage.kind, validFrom, validUntil };
}

/**
 * By its id; with a day, null unless it existed then, and with its name and kind of that day. Without one, as it is now, or
 * was in the end. Null when the id is not known; a RangeError when `onDate` is not a day.
 */
export function province(id: string, onDate?: Day): Province | null {
  if (onDate !== undefined) assertDay(onDate);
  const unit = units().get(id);
  if (!unit || (onDate !== undefined && !isWithin(onDate, unit.validFrom, unit.validUntil))) return null;
  return asOf(unit, onDate ?? null);
}

/**
 * All provinces and cities on a day, in order of code: 63 until 30 June 2025, 34 since. Empty before
 * `provincesRecordedFrom`, where the table is not whole. Source: data/provinces.tsv. A RangeError when it is not a day.
 */
export function provincesOn(onDate: Day): readonly Province[] {
  assertDay(onDate);
  if (onDate < provincesRecordedFrom) return [];
  return [...units().values()]
    .filter((unit) => isWithin(onDate, unit.validFrom, unit.validUntil))
    .map((unit) => asOf(unit, onDate));
}

/**
 * The province or city that a text names, in Vietnamese or English, with or without "tỉnh", "TP.", "Province", "City", accents
 * and spaces. With a day, the one that had the name then; without, the one that has it now, or the last that had it:
 * "Đồng Nai" is the city, "Vĩnh Phúc" the province that ended in 2025. Null when no unit is meant.
 */
export function provinceByName(text: string, onDate?: Day): Province | null {
  if (onDate !== undefined) assertDay(onDate);
  const key = provinceKey(text);
  const named = [...units().values()].filter((unit) => unit.keys.has(key));
  const unit =
    onDate === undefined
      ? (named.find(({ validUntil }) => validUntil === null) ?? named.at(-1))
      : named.find(({ validFrom, validUntil }) => isWithin(onDate, validFrom, validUntil));
  return unit ? asOf(unit, onDate ?? null) : null;
}

/** The units that took over the area of this one; empty while it exists, and for an unknown id. */
export function successorsOf(id: string): readonly Province[] {
  return succession()
    .filter((row) => row.from === id)
    .flatMap((row) => province(row.to) ?? []);
}

/** The units whose area this one took over; empty for one that none is recorded for, and for an unknown id. */
export function predecessorsOf(id: string): readonly Province[] {
  return succession()
    .filter((row) => row.to === id)
    .flatMap((row) => province(row.from) ?? []);
}

/** Whether Viet Nam has districts on a day: a new record must not name one after 30 June 2025. */
export function districtsExistOn(onDate: Day): boolean {
  assertDay(onDate);
  return onDate <= LAST_DAY_OF_DISTRICTS;
}
