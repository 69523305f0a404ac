import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { Hidden } from "./hidden";
import { jsonOf } from "./json";
import { leafCheck, type Leaf } from "./leaf";
import type { SelectedFields } from "./selected-fields";
import type { ShapeRun } from "./shape-run";

type Data = Record<string, unknown>;
/** What stands in the answer for a value, as JSON; `absent` when null may not stand there, so that the whole object is null. */
type Complete = (value: unknown, run: ShapeRun) => string | typeof absent;
/** The answer for an object, as JSON. */
export type Shape = (data: Data, run: ShapeRun) => string;

const absent = Symbol("absent");
const nothing = "null";
const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

interface Field {
  /** The client's name for it. */
  name: string;
  /** What stands before its value. */
  label: string;
  /** Under which name the divisions' data hold it. */
  key: string;
  complete: Complete;
  /** Leaves keep no track of their place, since only a fault of theirs needs it. */
  leaf: Leaf | undefined;
  nullable: boolean;
  type: string;
  unanswered: boolean;
}

/**
 * Makes, out of an operation, the function that turns the divisions' merged data into its answer: only what was selected,
 * under the client's names and in the client's order, with a null where something is missing, and an object left out
 * whole where null may not stand in it. The answer is JSON at once, since nobody here looks at it again.
 */
export class ShapeCompiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selected: SelectedFields,
    private readonly keyOf: (node: FieldNode) => string,
    /** Fields that no division is asked for: what is missing of them is a fault, and no null. */
    private readonly unanswered: ReadonlySet<FieldNode>,
    private readonly hidden: Hidden,
  ) {}

  object(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Shape {
    return objectOf([...this.selected.of(type, selections)].map(([name, nodes], index) => this.field(type, name, nodes, index === 0)));
  }

  private field(parent: GraphQLCompositeType, name: string, nodes: FieldNode[], isFirst: boolean): Field {
    const [node] = nodes as [FieldNode];
    const fieldName = node.name.value;
    const unanswered = nodes.every(one => this.unanswered.has(one));
    const label = `${isFirst ? "" : ","}"${name}":`;
    const field = { name, label, key: this.keyOf(node), leaf: undefined, nullable: true, type: `${parent.name}.${name}`, unanswered };
    if (fieldName === "__typename") return { ...field, complete: isObjectType(parent) ? constant(parent.name) : unknownType };
    if (fieldName === "__schema" || fieldName === "__type") return { ...field, complete: (_, run) => JSON.stringify(run.introspect(name)) };
    const definition = isUnionType(parent) ? undefined : parent.getFields()[fieldName];
    if (!definition) throw new Error(`The schema has no field ${parent.name}.${fieldName}.`);
    const nullable = !isNonNullType(definition.type);
    const bare = isNonNullType(definition.type) ? definition.type.ofType : definition.type;
    return { ...field, nullable, leaf: isLeafType(bare) ? this.leaf(bare) : undefined, complete: this.value(definition.type, nodes) };
  }

  private value(type: GraphQLOutputType, nodes: FieldNode[]): Complete {
    if (isNonNullType(type)) return required(this.value(type.ofType, nodes), getNamedType(type).name);
    if (isListType(type)) return listOf(this.value(type.ofType, nodes), getNamedType(type).name);
    if (isCompositeType(type)) return this.composite(type, nodes.flatMap(({ selectionSet }) => selectionSet ?? []));
    return leafOf(this.leaf(type));
  }

  private leaf(type: GraphQLLeafType): Leaf {
    return { isValid: leafCheck(type), isHidden: value => this.hidden.isValue(type.name, value), type: type.name };
  }

  private composite(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Complete {
    const shapes = new Map<unknown, Shape | undefined>();
    const shapeOf = (name: unknown) => {
      if (!shapes.has(name)) {
        const found = name === undefined ? type : this.schema.getType(String(name));
        shapes.set(name, isCompositeType(found) ? this.object(found, selections) : undefined);
      }
      return shapes.get(name);
    };
    const ofObject = isAbstractType(type) ? undefined : this.object(type, selections);
    return (value, run) => {
      if (isMissing(value)) return nothing;
      const shape = ofObject ?? shapeOf((value as Data)["__typename"]);
      if (shape && typeof value === "object" && !Array.isArray(value)) return shape(value as Data, run);
      if (shape) run.fault(`An object of type ${type.name} was expected.`);
      else if (!this.hidden.isType((value as Data)["__typename"])) run.fault(`A type was given that is no ${type.name}.`);
      return nothing;
    };
  }
}

const constant = (text: string): Complete => {
  const json = JSON.stringify(text);
  return () => json;
};

const unknownType: Complete = (_, run) => {
  run.fault("The type of an object is not known.");
  return absent;
};

const required =
  (complete: Complete, type: string): Complete =>
  (value, run) => {
    const before = run.faults.length;
    const completed = complete(value, run);
    if (completed !== nothing) return completed;
    // An object that is null because of a fault inside of it has been told already.
    if (run.faults.length === before) run.fault(`Cannot return null for a value of type ${type}!.`);
    return absent;
  };

const leafOf =
  ({ isValid, isHidden, type }: Leaf): Complete =>
  (value, run) => {
    if (isMissing(value)) return nothing;
    if (isValid(value)) return jsonOf(value);
    if (!isHidden(value)) run.fault(`A value was given that is no ${type}.`);
    return nothing;
  };

const listOf =
  (complete: Complete, type: string): Complete =>
  (value, run) => {
    if (isMissing(value)) return nothing;
    if (!Array.isArray(value)) {
      run.fault(`A list of ${type} was expected.`);
      return nothing;
    }
    const { path } = run;
    const depth = path.length;
    let json = "[";
    let whole = true;
    for (let index = 0; index < value.length; index++) {
      path[depth] = index;
      const item = complete(value[index], run);
      if (item === absent) whole = false;
      else json += index === 0 ? item : `,${item}`;
    }
    path.length = depth;
    return whole ? `${json}]` : nothing;
  };

/** The leaf as it stands in the answer. */
const leafValue = (field: Field, { isValid, isHidden }: Leaf, value: unknown, run: ShapeRun) => {
  if (!isMissing(value)) {
    if (isValid(value)) return jsonOf(value);
    if (!isHidden(value)) run.fault(`A value was given that does not fit ${field.type}.`, field.name);
    else if (!field.nullable) run.fault(`Cannot return null for ${field.type}.`, field.name);
  } else if (!field.nullable) run.fault(`Cannot return null for ${field.type}.`, field.name);
  return field.nullable ? nothing : absent;
};

const completeField = (field: Field, value: unknown, run: ShapeRun) => {
  if (field.leaf) return leafValue(field, field.leaf, value, run);
  run.path.push(field.name);
  const completed = field.complete(value, run);
  run.path.pop();
  return completed;
};

const objectOf =
  (fields: readonly Field[]): Shape =>
  (data, run) => {
    let json = "{";
    for (const field of fields) {
      // Data that came as JSON hold no functions: one that is found was inherited, and is nothing that anybody sent.
      const found = data[field.key];
      const value = typeof found === "function" ? undefined : found;
      if (value === undefined && field.unanswered) run.fault(`No division can be asked for ${field.type}.`, field.name);
      const completed = completeField(field, value, run);
      if (completed === absent) return nothing;
      json += field.label + completed;
    }
    return `${json}}`;
  };
