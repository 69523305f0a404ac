import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from "graphql";

interface TextScalar {
  name: string;
  description: string;
  specifiedByURL?: string;
  /** The canonical form of what a client sent, or null when it is not of this kind. */
  parse: (text: string) => string | null;
  expected: string;
  serialize?: (value: string) => string;
}

const mostShown = 60;
const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
};

const refuse = (scalar: TextScalar, value: unknown, nodes?: ValueNode): never => {
  // `scalar` lets the argument check turn a plain validation error into one that names the argument.
  throw new GraphQLError(`${shown(value)} is not a ${scalar.name}: ${scalar.expected}.`, {
    nodes,
    extensions: { code: "BAD_USER_INPUT", scalar: scalar.name },
  });
};

const textScalar = (scalar: TextScalar) => {
  const parse = (value: unknown, node?: ValueNode) =>
    (typeof value === "string" ? scalar.parse(value) : null) ?? refuse(scalar, value, node);
  return new GraphQLScalarType<string, string>({
    name: scalar.name,
    description: scalar.description,
    specifiedByURL: scalar.specifiedByURL,
    parseValue: value => parse(value),
    parseLiteral: node => (node.kind === Kind.STRING ? parse(node.value, node) : refuse(scalar, "value" in node ? node.value : print(node), node)),
    // A column with a time zone is read as a Date, whose own text would lose the milliseconds.
    serialize: value => (scalar.serialize ?? String)(value instanceof Date ? value.toISOString() : String(value)),
  });
};

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether `text` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and names a span that exists. */
export const isPartialDate = (text: string) => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)));
};

export const isLocalDate = (text: string) => text.length === 10 && isPartialDate(text);

/** One written form for each number: no exponent, no leading zeros, no trailing zeros of the fraction, no "-0". */
export const canonicalDecimal = (text: string): string | null => {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replace(/^0+(?=\d)/, "");
  // A regular expression would try the zeros before every digit: quadratic in what a client sends.
  let kept = fraction.length;
  while (fraction[kept - 1] === "0") kept -= 1;
  const rest = fraction.slice(0, kept);
  const unsigned = rest ? `${digits}.${rest}` : digits;
  return unsigned === "0" ? "0" : `${sign}${unsigned}`;
};

const instant = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const Decimal = textScalar({
  name: "Decimal",
  description: "An exact decimal number as a string, without exponent, leading zeros or trailing zeros of the fraction: \"109841000000\", \"0.708\".",
  expected: "write digits with at most one point, such as \"109841000000\" or \"0.708\"",
  parse: canonicalDecimal,
  serialize: value => canonicalDecimal(value) ?? value,
});

export const LocalDate = textScalar({
  name: "LocalDate",
  description: "A calendar day, YYYY-MM-DD, in Viet Nam (Asia/Ho_Chi_Minh).",
  expected: "write a day that exists as YYYY-MM-DD",
  parse: text => (isLocalDate(text) ? text : null),
});

export const PartialDate = textScalar({
  name: "PartialDate",
  description: "A date as exact as its source: YYYY, YYYY-MM or YYYY-MM-DD. It lies in a period when the whole span that it names does.",
  expected: "write YYYY, YYYY-MM or YYYY-MM-DD",
  parse: text => (isPartialDate(text) ? text : null),
});

export const DateTime = textScalar({
  name: "DateTime",
  description: "An instant as RFC 3339 with its offset; answers are in UTC: 2026-11-22T08:30:00.000Z.",
  specifiedByURL: "https://datatracker.ietf.org/doc/html/rfc3339",
  expected: "write an instant such as 2026-11-22T08:30:00Z",
  parse: text => {
    if (!instant.test(text) || !isLocalDate(text.slice(0, 10))) return null;
    const utc = new Date(text).toISOString();
    return isLocalDate(utc.slice(0, 10)) ? utc : null; // an offset can lead out of the years 1 to 9999
  },
});

export const CountryCode = textScalar({
  name: "CountryCode",
  description: "An ISO 3166-1 alpha-2 code: two capital letters, such as LA.",
  expected: "write two capital letters, such as LA",
  parse: text => (/^[A-Z]{2}$/.test(text) ? text : null),
});

export const CurrencyCode = textScalar({
  name: "CurrencyCode",
  description: "An ISO 4217 code: three capital letters, such as VND.",
  expected: "write three capital letters, such as VND",
  parse: text => (/^[A-Z]{3}$/.test(text) ? text : null),
});

/** Every scalar of ours by name, for schemas that know them only by name, such as a composed one. */
export const scalars: Record<string, GraphQLScalarType> = { Decimal, LocalDate, PartialDate, DateTime, CountryCode, CurrencyCode };
