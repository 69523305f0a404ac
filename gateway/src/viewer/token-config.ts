import { readFileSync } from "node:fs";
import { roleMap, usualClaims } from "@huu-nghi/identity";
import { ConfigFault, FaultList, httpUrl, parseConfig } from "@huu-nghi/service-kit";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import type { IdentityProvider, TokenSettings } from "./token-check";

// Signed by a key that only the provider has. With HS256 and the like whoever can check a token can make one.
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

const list = z.string().transform(text => text.split(",").map(each => each.trim()).filter(Boolean));
const leeway = "a leeway is a whole number of seconds, from 0 to 300";
const exampleOfMap = `{"group of the provider": {"role": "officer", "division": "associations", "unions": "dong-nai"}}`;

const variables = z.object({
  OIDC_ISSUER: z.string().optional(),
  OIDC_AUDIENCE: list.refine(all => all.length > 0, "name at least one audience").optional(),
  OIDC_JWKS_URL: httpUrl.optional(),
  OIDC_ALGORITHMS: list
    .refine(all => all.length > 0 && all.every(each => algorithms.includes(each)), `algorithms are some of ${algorithms.join(", ")}; none and HS256 and the like are never taken`)
    .default(["RS256", "PS256", "ES256", "EdDSA"]),
  OIDC_LEEWAY_SECONDS: z.coerce.number(leeway).int(leeway).min(0, leeway).max(300, leeway).default(30),
  ROLE_CLAIM: z.string().default(usualClaims.role),
  DIVISION_CLAIM: z.string().default(usualClaims.division),
  UNIONS_CLAIM: z.string().default(usualClaims.unions),
});

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const readJson = (text: string, place: string, example: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigFault([`${place} is not JSON. It looks like ${example}`]);
  }
};

const readText = (file: string, variable: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigFault([`${variable}: the file ${file} cannot be read: ${(error as Error).message}`]);
  }
};

const checked = <Shape extends z.ZodType>(shape: Shape, value: unknown, place: string): z.infer<Shape> => {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new ConfigFault(result.error.issues.map(({ path, message }) => `${place}, ${path.join(".") || "at its top"}: ${message}`));
};

const readRoleMap = (inline: string | undefined, file: string | undefined) => {
  if (inline !== undefined && file !== undefined) throw new ConfigFault(["ROLE_MAP and ROLE_MAP_FILE are both set; keep one of them."]);
  const text = file === undefined ? inline : readText(file, "ROLE_MAP_FILE");
  if (text === undefined) return undefined;
  const place = file === undefined ? "ROLE_MAP" : `ROLE_MAP_FILE, ${file}`;
  return checked(roleMap, readJson(text, place, exampleOfMap), place);
};

const publicKeys = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string() }).refine(key => !("d" in key) && key.kty !== "oct", "this is a private key; the gateway needs the public one"))
    .min(1, "there is no key"),
});

const readDevelopmentKeys = (file: string | undefined, production: boolean): JSONWebKeySet | undefined => {
  if (file === undefined) return undefined;
  if (production) throw new ConfigFault(["DEVELOPMENT_TOKENS_FILE is set, and NODE_ENV is production: development tokens are not taken there. Unset it."]);
  const place = `DEVELOPMENT_TOKENS_FILE, ${file}`;
  return checked(publicKeys, readJson(readText(file, "DEVELOPMENT_TOKENS_FILE"), place, `{"keys":[…]}`), place);
};

const ofProvider = ["OIDC_ISSUER", "OIDC_AUDIENCE", "OIDC_JWKS_URL"];

const readProvider = (env: NodeJS.ProcessEnv, production: boolean): Omit<IdentityProvider, "roleMap"> | undefined => {
  const faults = new FaultList();
  const given = faults.attempt(() => parseConfig(variables, env));
  const missing = ofProvider.filter(name => !env[name]);
  if (missing.length > 0 && missing.length < ofProvider.length) {
    faults.add(`${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set: tokens are checked with all of ${ofProvider.join(", ")}, or with none.`);
  }
  faults.tell();
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audiences, OIDC_JWKS_URL: jwksUrl } = given!;
  if (issuer === undefined || audiences === undefined || jwksUrl === undefined) return undefined;
  const { protocol, hostname } = new URL(jwksUrl);
  // Whoever can change these keys on their way can sign for anybody.
  if (production && protocol === "http:" && !loopback.test(hostname)) throw new ConfigFault(["OIDC_JWKS_URL begins with http: and NODE_ENV is production: the keys of a provider elsewhere come by https: only."]);
  const claims = { ...usualClaims, role: given!.ROLE_CLAIM, division: given!.DIVISION_CLAIM, unions: given!.UNIONS_CLAIM };
  return { issuer, audiences, jwksUrl, algorithms: given!.OIDC_ALGORITHMS, leewaySeconds: given!.OIDC_LEEWAY_SECONDS, claims };
};

/** Whose tokens the environment says to take. `resolve` finds a file that it names. Throws one ConfigFault that lists all faults. */
export const readTokenSettings = (env: NodeJS.ProcessEnv, { production, resolve }: { production: boolean; resolve: (file: string) => string }): TokenSettings => {
  const faults = new FaultList();
  const fileOf = (variable: string) => (env[variable] ? resolve(env[variable]) : undefined);
  const provider = faults.attempt(() => readProvider(env, production));
  const map = faults.attempt(() => readRoleMap(env["ROLE_MAP"] || undefined, fileOf("ROLE_MAP_FILE")));
  const development = faults.attempt(() => readDevelopmentKeys(fileOf("DEVELOPMENT_TOKENS_FILE"), production));
  faults.tell();
  return { provider: provider && { ...provider, roleMap: map }, development };
};
