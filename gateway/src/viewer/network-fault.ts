/** Why a request got no answer, in a word: the fault's own text may hold addresses, or what the other side sent. */
export const networkFault = (error: unknown): string => {
  const { cause = error } = Object(error) as { cause?: unknown };
  const { code, name } = Object(cause) as { code?: unknown; name?: unknown };
  return typeof code === "string" ? code : typeof name === "string" ? name : "unknown";
};
