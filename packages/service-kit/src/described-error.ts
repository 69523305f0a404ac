import { OperatorFault } from "./config";

/** What is told of an error where it may be kept for long and read by many: what kind it is, and where it arose. */
export interface DescribedError {
  type: string;
  message?: string;
  code?: string | number;
  syscall?: string;
  status?: number;
  sqlState?: string;
  constraint?: string;
  table?: string;
  column?: string;
  at?: string[];
  cause?: DescribedError;
  errors?: DescribedError[];
}

/*
 * An error's text can hold anything: PostgreSQL quotes the value that it cannot take, JSON.parse what it read, TypeORM
 * carries the statement with its parameters, JavaScript itself says in what it looked for a property. So a text is told
 * only where it is ours, or one of these, which are the same whatever the data is. Only what matches is told.
 */
const knownTexts = [
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^[A-Za-z_$][\w$.]* is not (?:defined|iterable|a constructor)$/,
  /^[A-Za-z_$][\w$]*(?:\.[\w$]+)+ is not a function$/,
  /^Cannot access '[\w$]+' before initialization$/,
  /^Assignment to constant variable\.$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (?:time value|array length|string length|URL)$/,
  /^(?:fetch failed|terminated|This operation was aborted|The operation was aborted(?: due to timeout)?)$/,
  /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated(?: unexpectedly| due to connection timeout)?)$/,
  /^(?:Expected 200 OK from|Failed to parse) the JSON Web Key Set HTTP response(?: as JSON)?$/,
  /^Cannot use a pool after calling end on the pool$/,
  /^Cannot return null for non-nullable field \w+\.\w+\.$/,
  /^Expected Iterable, but did not find one for field "\w+\.\w+"\.$/,
];

const toldText = (error: Error): string | undefined => {
  if (error instanceof OperatorFault) return error.message;
  return knownTexts.map(known => known.exec(error.message)?.[0]).find(text => text !== undefined);
};

// An error of Node's own, or of another realm, is no instance of this realm's Error.
export const isError = (value: unknown): value is Error =>
  typeof value === "object" && value !== null && "stack" in value && "message" in value && typeof value.message === "string";

const frame = /^ {4}at (?:[\w$.<>#[\] ]+ \()?(?:<anonymous>|native|index \d+|(?:node:|file:\/\/|\/|[A-Za-z]:[\\/]).*:\d+:\d+)\)?$/;

/** The places only. A text of several lines could look like one, so that it is cut off first. */
const framesOf = ({ message, stack = "" }: Error): string[] => {
  const start = message === "" ? -1 : stack.indexOf(message);
  const rest = start < 0 ? stack : stack.slice(start + message.length);
  return rest.split("\n").filter(line => frame.test(line)).map(line => line.trim().slice("at ".length));
};

const typeOf = ({ name, constructor }: Error): string =>
  [name, constructor?.name].find(each => typeof each === "string" && /^[A-Z][\w$]*$/.test(each) && each !== "Error") ?? "Error";

type Fields = Record<string, unknown>;
const matching = (value: unknown, form: RegExp): string | undefined => (typeof value === "string" && form.test(value) ? value : undefined);
const asFields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

/** Of what a database says: which rule was broken and where, never by what. */
const ofDatabase = (fields: Fields) => {
  const driver = "driverError" in fields ? asFields(fields["driverError"]) : fields;
  if (!("severity" in driver)) return undefined;
  const name = (key: string) => matching(driver[key], /^[\w.]{1,63}$/);
  return { sqlState: matching(driver["code"], /^[0-9A-Z]{5}$/), constraint: name("constraint"), table: name("table"), column: name("column") };
};

const code = /^[A-Z][A-Z0-9_]{1,63}$/;
const ofSystem = (fields: Fields) => ({
  code: typeof fields["code"] === "number" ? fields["code"] : (matching(fields["code"], code) ?? matching(asFields(fields["extensions"])["code"], code)),
  syscall: matching(fields["syscall"], /^[a-z]\w{0,31}$/),
});

const deepest = 4;
const mostErrors = 5;

/** Tells an error, or whatever was thrown, without any text that could hold a row's value, SQL, a secret or an address. */
export const describeError = (thrown: unknown, depth = 0): DescribedError => {
  if (!isError(thrown)) return { type: `a thrown ${typeof thrown}` };
  const fields = thrown as unknown as Fields;
  const inner = (value: unknown) => (depth < deepest && isError(value) ? describeError(value, depth + 1) : undefined);
  const told: { [Key in keyof DescribedError]: DescribedError[Key] | undefined } = {
    type: typeOf(thrown),
    message: toldText(thrown),
    ...(ofDatabase(fields) ?? ofSystem(fields)),
    status: typeof fields["status"] === "number" ? fields["status"] : undefined,
    at: framesOf(thrown),
    cause: inner(thrown.cause) ?? inner(fields["originalError"]),
    errors: Array.isArray(fields["errors"]) ? fields["errors"].slice(0, mostErrors).flatMap(each => inner(each) ?? []) : undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as unknown as DescribedError;
};
