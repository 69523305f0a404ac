import { randomBytes } from "node:crypto";
import type { SigningKey } from "./key-ring";

/** A random key, named by the moment it was made. */
export const newKey = (prefix = "key"): SigningKey => ({
  id: `${prefix}-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${randomBytes(3).toString("hex")}`,
  secret: randomBytes(48).toString("base64url"),
});
