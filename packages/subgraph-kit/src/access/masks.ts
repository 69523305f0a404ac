/**
 * What of a value, or of its absence, may be seen by everybody who may see its record. Never its length; and where only
 * some people have such a value at all, not even whether there is one.
 */
export type Mask = (value: string | null) => string | null;

const hidden = "***";

/** `+84 *** *** 123`: the country and the last three digits, by which two people can tell that they mean the same number. */
const phone: Mask = value => {
  if (value === null) return null;
  const digits = value.replaceAll(/\D/g, "");
  const [, country] = /^\s*\+\s*(84|\d{1,3}(?=[\s.-]))/.exec(value) ?? [];
  if (digits.length < 9) return hidden;
  return `${country === undefined ? "" : `+${country} `}${hidden} ${hidden} ${digits.slice(-3)}`;
};

/** The last three characters of a number that is long enough to stay unknown. */
const number: Mask = value => {
  if (value === null) return null;
  const plain = value.replaceAll(/[\s.-]/g, "");
  return plain.length < 9 ? hidden : `${hidden} ${hidden} ${plain.slice(-3)}`;
};

/** The first letter and the ending, by which one's own address is recognised. */
const email: Mask = value => {
  if (value === null) return null;
  const [, first, ending] = /^(.)[^@]*@.*(\.[^.@]+)$/.exec(value) ?? [];
  return first === undefined ? hidden : `${first}${hidden}@${hidden}${ending}`;
};

export const masks = {
  phone,
  number,
  email,
  /** A date without any of its digits; the same where there is none. */
  date: (() => "****-**-**") as Mask,
  /** Nothing at all, not even whether there is something. */
  all: (() => hidden) as Mask,
};
