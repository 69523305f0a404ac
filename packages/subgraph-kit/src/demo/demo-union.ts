/**
 * Made-up unions to try dashboards and speed on. Everything follows from the union's number, so that each division
 * makes its own part alone and the keys still meet. "Demo" stands in every name.
 */
export interface DemoUnion {
  id: string;
  /** "Demo" or "Demo 07": begins each name. */
  label: string;
  /** 1 for the only one, else its number. */
  number: number;
  associations: DemoAssociation[];
  /** Ids of foreign NGOs, each at work in this union's area. */
  ngoIds: string[];
  firstYear: number;
  lastYear: number;
}

export interface DemoAssociation {
  id: string;
  countries: string[];
  /** "Laos", "Czechia - Slovakia": as it stands in the name. */
  of: string;
}

const partners: [string, string[]][] = [
  ["Laos", ["LA"]],
  ["Cambodia", ["KH"]],
  ["Thailand", ["TH"]],
  ["Korea", ["KR"]],
  ["Russia", ["RU"]],
  ["Japan", ["JP"]],
  ["France", ["FR"]],
  ["China", ["CN"]],
  ["USA", ["US"]],
  ["Czechia - Slovakia", ["CZ", "SK"]],
];
const ngoCount = 40;

// To the database and to us the same. What history leaves out has a pattern of its own, which is as old as its triggers.
const demoId = "demo(-[0-9]+)?";
const wholeDemoId = new RegExp(`^${demoId}$`);

export const isDemoUnion = (unionId: string): boolean => wholeDemoId.test(unionId);

/** A WHERE condition for the rows of demo unions; `column` holds an id that begins with the union's. */
export const demoRows = (column: string) => `${column} ~ '^${demoId}(:|$)'`;

const digits = (number: number, length = 2) => String(number).padStart(length, "0");

export const demoUnions = (scale: number): DemoUnion[] =>
  Array.from({ length: scale }, (_, index) => {
    const id = scale === 1 ? "demo" : `demo-${digits(index + 1)}`;
    return {
      id,
      label: scale === 1 ? "Demo" : `Demo ${digits(index + 1)}`,
      number: index + 1,
      associations: partners.map(([of, countries]) => ({ id: `${id}:${countries.map(code => code.toLowerCase()).join("-")}`, countries, of })),
      ngoIds: Array.from({ length: ngoCount }, (_, at) => `${id}:ngo-${digits(at + 1)}`),
      firstYear: 2020,
      lastYear: 2025,
    };
  });

/** Numbers that look random and are the same every time. */
export class Dice {
  private state: number;

  constructor(seed: string) {
    this.state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619), 2_166_136_261) >>> 0;
  }

  /** From 0 up to, and not including, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  int = (from: number, to: number) => from + Math.floor(this.next() * (to - from + 1));
  one = <T>(of: readonly T[]): T => of[this.int(0, of.length - 1)]!;
  chance = (probability: number) => this.next() < probability;
  /** A day from the first to the last day of these years. */
  day = (fromYear: number, toYear: number) =>
    new Date(Date.UTC(this.int(fromYear, toYear), 0, this.int(1, 365))).toISOString().slice(0, 10);
}
