const masks: [RegExp, string][] = [
  [/\beyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]*)?/g, "[token]"],
  [/(\b[a-z][a-z+]*:\/\/)[^\s/"\\@]+@/g, "$1[login]@"],
];

/** A text without what looks like a token or like a URL's login. The last line of defence, for texts of others. */
export const maskText = (text: string): string => masks.reduce((masked, [form, mask]) => masked.replace(form, mask), text);
