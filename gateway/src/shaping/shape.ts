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
import type { TypeConditions } from "../supergraph/type-conditions";
import type { Hidden } from "./hidden";
import { leafCheck } from "./leaf";
import type { SelectedFields } from "./selected-fields";
import type { ShapeRun } from "./shape-run";

type Data = Record<string, unknown>;
/** What stands in the answer for a value; `absent` when null may not stand there, so that the whole object is null. */
type Complete = (value: unknown, run: ShapeRun) => unknown;
/** Makes the answer for an object. */
export type Shape = (data: Data, run: ShapeRun) => Data | null;

const absent = Symbol("absent");
const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;
// Objects that came as JSON inherit these names; reading one of them must not find what was not sent.
const isInherited = (key: string) => key in Object.prototype;
const read = (data: Data, key: string) => (isInherited(key) && !Object.hasOwn(data, key) ? undefined : data[key]);
const write = (target: Data, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });

interface Leaf {
  isValid: (value: unknown) => boolean;
  isHidden: (value: unknown) => boolean;
  type: string;
}

interface Field {
  name: string;
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
 * whole where null may not stand in it.
 */
export class ShapeCompiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly types: TypeConditions,
    private readonly selected: SelectedFields,
    private readonly keyOf: (node: FieldNode) => string,
    /** Fields that no division is asked for: what is missing of them is a fault, and no null. */
    private readonly unanswered: ReadonlySet<FieldNode>,
    private readonly hidden: Hidden,
  ) {}

  object(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Shape {
    const fields = [...this.selected.of(type, selections)].map(([name, nodes]) => this.field(type, name, nodes));
    const plain = !fields.some(({ name, key, unanswered }) => unanswered || isInherited(name) || isInherited(key));
    return plain ? plainObject(fields) : carefulObject(fields);
  }

  private field(parent: GraphQLCompositeType, name: string, nodes: FieldNode[]): Field {
    const [node] = nodes as [FieldNode];
    const fieldName = node.name.value;
    const unanswered = nodes.every(one => this.unanswered.has(one));
    const field = { name, key: this.keyOf(node), leaf: undefined, nullable: true, type: `${parent.name}.${name}`, unanswered };
    if (fieldName === "__typename") return { ...field, complete: isObjectType(parent) ? () => parent.name : unknownType };
    if (fieldName === "__schema" || fieldName === "__type") return { ...field, complete: (_, run) => run.introspect(name) };
    const definition = isUnionType(parent) ? undefined : parent.getFields()[fieldName];
    if (!definition) throw new Error(`The schema has no field ${parent.name}.${fieldName}.`);
    const nullable = !isNonNullType(definition.type);
    const bare = isNonNullType(definition.type) ? definition.type.ofType : definition.type;
    return { ...field, nullable, leaf: isLeafType(bare) ? this.leaf(bare) : undefined, complete: this.value(definition.type, nodes) };
  }

  private value(type: GraphQLOutputType, nodes: FieldNode[]): Complete {
    if (isNonNullType(type)) return this.required(this.value(type.ofType, nodes), getNamedType(type).name);
    if (isListType(type)) return listOf(this.value(type.ofType, nodes), getNamedType(type).name);
    if (isCompositeType(type)) return this.composite(type, nodes.flatMap(({ selectionSet }) => selectionSet ?? []));
    return leafOf(this.leaf(type));
  }

  private leaf(type: GraphQLLeafType): Leaf {
    return { isValid: leafCheck(type), isHidden: value => this.hidden.isValue(type.name, value), type: type.name };
  }

  private required(complete: Complete, type: string): Complete {
    return (value, run) => {
      const before = run.faults.length;
      const completed = complete(value, run);
      if (completed !== null) return completed;
      // An object that is null because of a fault inside of it has been told already.
      if (run.faults.length === before) run.fault(`Cannot return null for a value of type ${type}!.`);
      return absent;
    };
  }

  private isHidden(type: unknown) {
    return this.hidden.isType(type) && this.schema.getType(String(type)) === undefined;
  }

  private composite(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Complete {
    const shapes = new Map<unknown, Shape | undefined>();
    const shapeOf = (name: unknown) => {
      if (!shapes.has(name)) {
        const found = name === undefined ? type : this.schema.getType(String(name));
        shapes.set(name, isCompositeType(found) && this.types.under(type.name)(found.name) ? this.object(found, selections) : undefined);
      }
      return shapes.get(name);
    };
    const ofObject = isAbstractType(type) ? undefined : this.object(type, selections);
    return (value, run) => {
      if (isMissing(value)) return null;
      const shape = ofObject ?? shapeOf((value as Data)["__typename"]);
      if (shape && typeof value === "object" && !Array.isArray(value)) return shape(value as Data, run);
      if (shape) run.fault(`An object of type ${type.name} was expected.`);
      else if (!this.isHidden((value as Data)["__typename"])) run.fault(`A type was given that is no ${type.name}.`);
      return null;
    };
  }
}

const unknownType: Complete = (_, run) => {
  run.fault("The type of an object is not known.");
  return absent;
};

const leafOf =
  ({ isValid, isHidden, type }: Leaf): Complete =>
  (value, run) => {
    if (isMissing(value)) return null;
    if (isValid(value)) return value;
    if (!isHidden(value)) run.fault(`A value was given that is no ${type}.`);
    return null;
  };

const listOf =
  (complete: Complete, type: string): Complete =>
  (value, run) => {
    if (isMissing(value)) return null;
    if (!Array.isArray(value)) {
      run.fault(`A list of ${type} was expected.`);
      return null;
    }
    const { path } = run;
    const depth = path.length;
    const items = new Array<unknown>(value.length);
    let whole = true;
    for (let index = 0; index < value.length; index++) {
      path[depth] = index;
      const item = complete(value[index], run);
      if (item === absent) whole = false;
      items[index] = item;
    }
    path.length = depth;
    return whole ? items : null;
  };

/** The leaf as it stands in the answer. */
const leafValue = (field: Field, { isValid, isHidden }: Leaf, value: unknown, run: ShapeRun): unknown => {
  if (!isMissing(value)) {
    if (isValid(value)) return value;
    if (!isHidden(value)) run.fault(`A value was given that does not fit ${field.type}.`, field.name);
    else if (!field.nullable) run.fault(`Cannot return null for ${field.type}.`, field.name);
  } else if (!field.nullable) run.fault(`Cannot return null for ${field.type}.`, field.name);
  return field.nullable ? null : absent;
};

const completeField = (field: Field, value: unknown, run: ShapeRun): unknown => {
  if (field.leaf) return leafValue(field, field.leaf, value, run);
  run.path.push(field.name);
  const completed = field.complete(value, run);
  run.path.pop();
  return completed;
};

const plainObject =
  (fields: Field[]): Shape =>
  (data, run) => {
    const answer: Data = {};
    for (const field of fields) {
      const value = completeField(field, data[field.key], run);
      if (value === absent) return null;
      answer[field.name] = value;
    }
    return answer;
  };

const carefulObject =
  (fields: Field[]): Shape =>
  (data, run) => {
    const answer: Data = {};
    for (const field of fields) {
      const given = read(data, field.key);
      if (given === undefined && field.unanswered) run.fault(`No division can be asked for ${field.type}.`, field.name);
      const value = completeField(field, given, run);
      if (value === absent) return null;
      write(answer, field.name, value);
    }
    return answer;
  };
