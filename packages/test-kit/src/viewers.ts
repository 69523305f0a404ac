import { everyUnion, fixedKeys, newKey, visitor, type KeyRing, type Role, type Viewer } from "@huu-nghi/identity";
import { plant } from "./planted";

/** By which the subgraphs of this test's process know who may ask. */
export const testKey = newKey("test");
plant("key", testKey.secret);
export const testKeys: KeyRing = fixedKeys([testKey]);

const withRole = (role: Role, unions: string[], division?: string): Viewer => ({
  id: `a-${role}`,
  grants: [{ role, unions, ...(division !== undefined && { division }) }],
});

/** Who may ask, one of each kind. Leaders and administrators are of every union unless told otherwise. */
export const viewers = {
  visitor,
  /** Signed in, with no role of any use. */
  stranger: withRole("viewer", []),
  viewer: (...unions: string[]) => withRole("viewer", unions),
  officer: (division: string, ...unions: string[]) => withRole("officer", unions, division),
  leader: (...unions: string[]) => withRole("leader", unions.length > 0 ? unions : [everyUnion]),
  admin: (...unions: string[]) => withRole("admin", unions.length > 0 ? unions : [everyUnion]),
};
