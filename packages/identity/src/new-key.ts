import { randomBytes } from "node:crypto";
import type { SigningKey } from "./key-ring";
import { secretFault } from "./secret";

/** Chance can write a known word, too; then it is asked again. */
const randomSecret = (): string => {
  const secret = randomBytes(48).toString("base64url");
  return secretFault(secret) === undefined ? secret : randomSecret();
};

/** A random key, named by the moment it was made. */
export const newKey = (prefix = "key"): SigningKey => ({
  id: `${prefix}-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${randomBytes(3).toString("hex")}`,
  secret: randomSecret(),
});
