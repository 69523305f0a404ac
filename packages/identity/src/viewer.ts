import { z } from "zod";

/** From least to most; each may read what the one before it may, within its unions. */
export const roles = ["viewer", "officer", "leader", "admin"] as const;
export type Role = (typeof roles)[number];

/** Every union, in the place of a list of their ids. */
export const everyUnion = "*";

export const unionId = z.string().regex(/^[a-z0-9][a-z0-9:-]{0,63}$/, "a union's id looks like dong-nai");
export const divisionName = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, "a division's name looks like foreign-relations");

const grant = z.object({
  role: z.enum(roles),
  /** Whose officer; only officers have one. */
  division: divisionName.optional(),
  /** The unions that it holds for, those below them included; `["*"]` for every one. */
  unions: z.array(z.union([unionId, z.literal(everyUnion)])),
});

/** One role, and where it holds. */
export type Grant = z.infer<typeof grant>;

const mostGrants = 64;
const viewer = z.object({ id: z.string().min(1).max(255).nullable(), grants: z.array(grant).max(mostGrants) });

/** Who asks. `id` is the token's subject; null for a visitor without a token. */
export type Viewer = z.infer<typeof viewer>;

/** A visitor: no token, no role. */
export const visitor: Viewer = { id: null, grants: [] };

// A request to the gateway becomes many to subgraphs, all for the same viewer.
const encoded = new WeakMap<Viewer, string>();

/** A viewer as a header's value. */
export const encodeViewer = (who: Viewer): string => {
  const text = encoded.get(who) ?? Buffer.from(JSON.stringify(who)).toString("base64url");
  encoded.set(who, text);
  return text;
};

/** Throws for what is no viewer. */
export const decodeViewer = (text: string): Viewer => viewer.parse(JSON.parse(Buffer.from(text, "base64url").toString()));

// A server takes 16 KB of headers, the others included.
const mostLetters = 10_000;

/** Whether a subgraph can be told of this viewer; false for one with more grants and unions than a header holds. */
export const fitsHeader = (who: Viewer): boolean => who.grants.length <= mostGrants && encodeViewer(who).length <= mostLetters;
