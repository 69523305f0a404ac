import { exportJWK, generateKeyPair, importJWK, SignJWT, type JSONWebKeySet, type JWK } from "jose";
import { usualClaims } from "./role-claims";
import type { Role } from "./viewer";

/** By whom development tokens are, and for whom. */
export const developmentIssuer = "huu-nghi-development";
export const developmentAudience = "huu-nghi";
const algorithm = "EdDSA";

export interface DevelopmentClaims {
  role: Role;
  divisions?: string[];
  unions?: string[];
  /** Without the unions below. */
  exactly?: boolean;
  /** Who it is said to be. */
  subject?: string;
  minutes?: number;
}

/** A key pair for development tokens: what signs them, and what the gateway knows of it. */
export const newDevelopmentKey = async (): Promise<{ privateKey: JWK; jwks: JSONWebKeySet }> => {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const kid = `development-${Date.now().toString(36)}`;
  const described = async (key: typeof pair.publicKey) => ({ ...(await exportJWK(key)), kid, alg: algorithm, use: "sig" });
  return { privateKey: await described(pair.privateKey), jwks: { keys: [await described(pair.publicKey)] } };
};

/** A token that a gateway outside production takes. */
export const developmentToken = async (privateKey: JWK, { role, divisions = [], unions = [], exactly = false, subject, minutes = 720 }: DevelopmentClaims): Promise<string> =>
  new SignJWT({
    [usualClaims.role]: [role],
    ...(divisions.length > 0 && { [usualClaims.division]: divisions }),
    [usualClaims.unions]: unions,
    ...(exactly && { [usualClaims.exactly]: true }),
  })
    .setProtectedHeader({ alg: algorithm, typ: "JWT", kid: privateKey.kid })
    .setIssuer(developmentIssuer)
    .setAudience(developmentAudience)
    .setSubject(subject ?? `development-${role}`)
    .setIssuedAt()
    .setExpirationTime(`${minutes} minutes`)
    .sign(await importJWK(privateKey, algorithm));
