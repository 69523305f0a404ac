import type { FetchImplementation } from "jose";

const mostBytes = 1_000_000;

/** What is read of an answer, up to a limit; the rest of a longer one is not waited for. */
const readUpTo = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) throw new Error(`an answer of more than ${mostBytes} bytes is no set of keys`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** Fetches a set of keys. A stranger's token can cause it, so that neither a long answer nor an empty one may do harm. */
export const fetchKeySet: FetchImplementation = async (url, options) => {
  const answer = await fetch(url, options);
  if (answer.status !== 200) return answer;
  const body = await readUpTo(answer.body);
  const set = JSON.parse(Buffer.from(body).toString()) as { keys?: unknown };
  if (Array.isArray(set.keys) && set.keys.length === 0) throw new Error("the set of keys is empty");
  return new Response(Buffer.from(body), { status: 200, headers: { "content-type": "application/json" } });
};
