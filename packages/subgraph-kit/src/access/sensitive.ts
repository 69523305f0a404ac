import { BadInput, Problem } from "@huu-nghi/service-kit";
import { GraphQLString, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { isObjectType } from "graphql";
import type { ScopedContext } from "../scope";
import { AccessLog } from "./access-log";
import { declaredOn, type RecordGuard } from "./declare";
import type { Mask } from "./masks";

interface SensitiveField {
  type: string;
  field: string;
  guard: RecordGuard;
  mask: Mask;
}

const [shortest, longest] = [5, 200];

/** What is written down as what data are needed for; throws where it says nothing. */
export const checkedPurpose = (purpose: string, argument = "purpose"): string => {
  const text = purpose.normalize("NFC").trim();
  const says = (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= shortest;
  // What cannot be seen would read otherwise in the log than it is; half a character cannot be kept at all.
  const isPlain = !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
  if (says && isPlain && text.length <= longest) return text;
  throw new BadInput(argument, `A ${argument} says in one line of ${shortest} to ${longest} letters what the data are needed for; it is written down beside your name.`);
};

type Resolve = GraphQLFieldResolver<unknown, ScopedContext, Record<string, unknown>>;

/** A sensitive field's resolver: masked, unless a purpose is stated by somebody who may open it; then written down first. */
export const openingOf =
  ({ type, field, guard, mask }: SensitiveField, resolve: Resolve): Resolve =>
  async (root, args, context, info) => {
    const { purpose } = args as { purpose?: string | null };
    const why = purpose == null ? null : checkedPurpose(purpose);
    const value: unknown = await resolve(root, args, context, info);
    const text = typeof value === "string" ? value : null;
    if (why === null) return mask(text);
    const { scope, requestId } = context;
    const unionIds = await guard.unionsOf(scope, root as never);
    scope.viewer.require("officer");
    if (!scope.viewer.reaches("officer", unionIds)) throw new Problem("FORBIDDEN", "Your roles do not open the personal data of this record.");
    const { id } = root as { id: string };
    await scope.get(AccessLog).written.load({ type, id, field, purpose: why, requestId, unionIds });
    return text;
  };

/** Gives each sensitive field the argument by which it is opened. */
export const addPurposes = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!declaredOn(field).sensitive) continue;
      if (!declaredOn(type).guard) throw new Error(`${type.name}.${field.name} is sensitive, so ${type.name} has to be guarded.`);
      (field.args as object[]).push({
        name: "purpose",
        type: GraphQLString,
        description: "What the value is needed for, in 5 to 200 characters: opens it to those who may, and is written down with who asked. Without it the value is masked.",
        defaultValue: undefined,
        deprecationReason: undefined,
        extensions: {},
        astNode: undefined,
      });
    }
  }
};
