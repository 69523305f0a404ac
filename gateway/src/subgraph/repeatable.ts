import { Kind, parse, type ArgumentNode, type SelectionNode } from "graphql";

type Variables = Readonly<Record<string, unknown>> | undefined;

const isText = (value: unknown) => typeof value === "string" && value.length > 0;
const keyIn = (value: unknown) => typeof value === "object" && value !== null && isText((value as Record<string, unknown>)["idempotencyKey"]);

const hasKey = ({ value }: ArgumentNode, variables: Variables) => {
  if (value.kind === Kind.VARIABLE) return keyIn(variables?.[value.name.value]);
  if (value.kind !== Kind.OBJECT) return false;
  const key = value.fields.find(({ name }) => name.value === "idempotencyKey")?.value;
  return key?.kind === Kind.VARIABLE ? isText(variables?.[key.name.value]) : key?.kind === Kind.STRING && isText(key.value);
};

const isMeta = (selection: SelectionNode) => selection.kind === Kind.FIELD && selection.name.value === "__typename";

/**
 * Whether a mutation may be sent twice: the `input` of each of its fields has a key against repetition. Looks at the
 * document once; the answer is asked for each request's variables.
 */
export const repeatableBy = (document: string): ((variables: Variables) => boolean) => {
  const operation = parse(document, { noLocation: true }).definitions.find(node => node.kind === Kind.OPERATION_DEFINITION);
  const fields = (operation?.selectionSet.selections ?? []).filter(selection => !isMeta(selection));
  const inputs = fields.map(field => (field.kind === Kind.FIELD ? field.arguments?.find(({ name }) => name.value === "input") : undefined));
  if (inputs.length === 0) return () => false;
  return variables => inputs.every(input => input !== undefined && hasKey(input, variables));
};
