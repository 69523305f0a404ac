interface CachePolicy {
  restrict: (hint: { maxAge?: number; scope?: "PUBLIC" | "PRIVATE" }) => void;
}

/**
 * What a subgraph's `cache-control` header says restricts how long the client's answer may be kept; a subgraph that says
 * nothing forbids to keep it.
 */
export const restrictCaching = (policy: CachePolicy, cacheControl: string | undefined): void => {
  const directives = (cacheControl ?? "").split(",").map(part => part.trim().toLowerCase());
  const maxAge = directives.map(part => /^max-age\s*=\s*"?(\d+)"?$/.exec(part)?.[1]).find(age => age !== undefined);
  const scope = directives.includes("private") ? "PRIVATE" : directives.includes("public") ? "PUBLIC" : undefined;
  const mayKeep = !directives.includes("no-store") && !directives.includes("no-cache");
  policy.restrict({ maxAge: mayKeep && maxAge !== undefined ? Number(maxAge) : 0, ...(scope && { scope }) });
};
