export interface GraphqlAnswer {
  status: number;
  // A test knows what it asked for; the type of an answer would only repeat the query.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> & { code: string } }[];
}

/** Asks over HTTP, as every client does. */
export const ask = async (url: string, query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<GraphqlAnswer, "status">) };
};
