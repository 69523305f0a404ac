import { ConfigFault } from "@huu-nghi/service-kit";
import { z } from "zod";
import { fileKeys, fixedKeys, type KeyRing } from "./key-ring";

/** Where a process finds the keys of the gateway: parts of its environment's form. */
export const keyVariables = {
  GATEWAY_KEYS: z.string().regex(/^[\w.-]{1,64}:[^,]+(,[\w.-]{1,64}:[^,]+)*$/, "keys look like id:secret,id:secret; the first one signs").optional(),
  GATEWAY_KEYS_FILE: z.string().optional(),
};

interface GivenKeys {
  GATEWAY_KEYS?: string | undefined;
  GATEWAY_KEYS_FILE?: string | undefined;
}

/** The keys that the environment names; undefined when it names none. Throws a ConfigFault for keys that cannot serve. */
export const keyRingOf = ({ GATEWAY_KEYS: inline, GATEWAY_KEYS_FILE: file }: GivenKeys, { production, onFault }: { production: boolean; onFault: (fault: ConfigFault) => void }): KeyRing | undefined => {
  if (inline !== undefined && file !== undefined) throw new ConfigFault(["GATEWAY_KEYS and GATEWAY_KEYS_FILE are both set; keep one of them."]);
  if (file !== undefined) return fileKeys(file, { developer: !production, onFault });
  if (inline === undefined) return undefined;
  const keys = inline.split(",").map(each => ({ id: each.slice(0, each.indexOf(":")), secret: each.slice(each.indexOf(":") + 1) }));
  return fixedKeys(keys);
};
