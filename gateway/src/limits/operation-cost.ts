import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  typeFromAST,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from "graphql";

/** How many records a page has whose query does not say. */
export const defaultPageSize = 20;
/** How many a list is taken to have that comes without pages; those are short by nature. */
export const assumedListSize = 5;
/** What a change costs beside what it answers with. */
export const changeCost = 10;

type Variables = Readonly<Record<string, unknown>>;

/** A page's size as one argument of an operation says it. */
export interface PageSize {
  argument: string;
  /** Where the request says it; else the document does. */
  variable?: string;
  of: (variables: Variables) => number;
}

/** What an operation costs, and the sizes of pages that it asks for. */
export interface OperationCost {
  pages: PageSize[];
  /** The same for each request; otherwise it depends on variables. */
  fixed: boolean;
  of: (variables: Variables) => number;
}

/** One request's variables; a fragment's cost is counted once in it, wherever that is spread. */
interface Run {
  variables: Variables;
}
type Cost = number | ((run: Run) => number);

const most = Number.MAX_SAFE_INTEGER;
const value = (cost: Cost, run: Run) => (typeof cost === "number" ? cost : cost(run));
const plus = (one: Cost, other: Cost): Cost => {
  if (one === 0 || other === 0) return one === 0 ? other : one;
  return typeof one === "number" && typeof other === "number" ? Math.min(most, one + other) : run => Math.min(most, value(one, run) + value(other, run));
};
const times = (one: Cost, other: Cost): Cost => {
  if (one === 1 || other === 1) return one === 1 ? other : one;
  return typeof one === "number" && typeof other === "number" ? Math.min(most, one * other) : run => Math.min(most, value(one, run) * value(other, run));
};

/** What a selection costs for itself, and what more for each record of the page that it is made on. */
interface SelectionCost {
  own: Cost;
  perRecord: Cost;
}
const free: SelectionCost = { own: 0, perRecord: 0 };
const both = (one: SelectionCost, other: SelectionCost): SelectionCost => ({ own: plus(one.own, other.own), perRecord: plus(one.perRecord, other.perRecord) });

const sizeArguments = ["first", "last"];
const asSize = (given: unknown, otherwise: number) => (typeof given === "number" && given >= 0 ? given : otherwise);
const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Costs of one document's operations. Unknown fields cost nothing: the validation refuses them. */
class CostReader {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, SelectionCost>();
  private pages: PageSize[] = [];
  private variables = new Map<string, VariableDefinitionNode>();

  constructor(private readonly schema: GraphQLSchema, document: DocumentNode) {
    for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  read({ operation, selectionSet, variableDefinitions = [] }: OperationDefinitionNode): OperationCost {
    // Defaults of variables are the operation's, so that no cost of a fragment outlives it.
    this.known.clear();
    this.pages = [];
    this.variables = new Map(variableDefinitions.map(definition => [definition.variable.name.value, definition]));
    const root = this.schema.getRootType(operation);
    const { own, perRecord } = root ? this.ofSelections(selectionSet, root) : free;
    const changes = operation === "mutation" ? changeCost * selectionSet.selections.length : 0;
    const cost = plus(changes, plus(own, times(assumedListSize, perRecord)));
    return { pages: this.pages, fixed: typeof cost === "number", of: variables => value(cost, { variables }) };
  }

  private ofSelections({ selections }: SelectionSetNode, parent: GraphQLCompositeType): SelectionCost {
    let sum = free;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum = both(sum, this.ofField(selection, parent));
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum = both(sum, this.ofFragment(selection.name.value));
      else sum = both(sum, this.ofCondition(selection.typeCondition, selection.selectionSet, parent));
    }
    return sum;
  }

  private ofCondition(condition: FragmentDefinitionNode["typeCondition"] | undefined, selections: SelectionSetNode, parent?: GraphQLCompositeType) {
    const type = condition ? typeFromAST(this.schema, condition) : parent;
    return isCompositeType(type) ? this.ofSelections(selections, type) : free;
  }

  private ofFragment(name: string): SelectionCost {
    const known = this.known.get(name);
    if (known) return known;
    this.known.set(name, free);
    const fragment = this.fragments.get(name);
    if (!fragment) return free;
    const { own, perRecord } = this.ofCondition(fragment.typeCondition, fragment.selectionSet);
    const cost = { own: oncePerRun(own), perRecord: oncePerRun(perRecord) };
    this.known.set(name, cost);
    return cost;
  }

  private ofField(field: FieldNode, parent: GraphQLCompositeType): SelectionCost {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (!definition || !field.selectionSet || !isCompositeType(type)) return free;
    const inner = this.ofSelections(field.selectionSet, type);
    const page = this.pageOf(field, definition);
    // A page's list stands in the field that is asked for so many (nodes, edges), or is that field itself.
    const oneRecord = plus(1, plus(inner.own, times(isList(definition.type) ? assumedListSize : (page ?? assumedListSize), inner.perRecord)));
    if (!isList(definition.type)) return { own: oneRecord, perRecord: 0 };
    return page === undefined ? { own: 0, perRecord: oneRecord } : { own: times(page, oneRecord), perRecord: 0 };
  }

  /** How many records a field is asked for; nothing where it has no pages. */
  private pageOf({ arguments: given = [] }: FieldNode, { args }: GraphQLField<unknown, unknown>): Cost | undefined {
    const sizes = args.filter(({ name }) => sizeArguments.includes(name));
    if (sizes.length === 0) return undefined;
    const asked = sizes.flatMap(({ name, defaultValue }) => {
      const argument = given.find(each => each.name.value === name);
      return argument && argument.value.kind !== Kind.NULL ? [this.sizeIn(argument, asSize(defaultValue, defaultPageSize))] : [];
    });
    const [first, ...more] = asked;
    if (first === undefined) return asSize(sizes.find(({ defaultValue }) => defaultValue != null)?.defaultValue, defaultPageSize);
    return more.reduce<Cost>((largest, size) => (run: Run) => Math.max(value(largest, run), value(size, run)), first);
  }

  private sizeIn({ name, value: node }: ArgumentNode, otherwise: number): Cost {
    const argument = name.value;
    if (node.kind !== Kind.VARIABLE) {
      const size = node.kind === Kind.INT ? asSize(Number(node.value), otherwise) : otherwise;
      this.pages.push({ argument, of: () => size });
      return size;
    }
    const variable = node.name.value;
    const ofOperation = this.variables.get(variable)?.defaultValue;
    const byDefault = ofOperation?.kind === Kind.INT ? asSize(Number(ofOperation.value), otherwise) : otherwise;
    const of = (variables: Variables) => asSize(Object.hasOwn(variables, variable) ? variables[variable] : undefined, byDefault);
    this.pages.push({ argument, variable, of });
    return run => of(run.variables);
  }
}

const oncePerRun = (cost: Cost): Cost => {
  if (typeof cost === "number") return cost;
  const costs = new WeakMap<Run, number>();
  return run => {
    const known = costs.get(run);
    if (known !== undefined) return known;
    const counted = cost(run);
    costs.set(run, counted);
    return counted;
  };
};

/** What each operation of the document costs. An upper bound: of types that exclude each other, all are counted. */
export const costsOf = (schema: GraphQLSchema, document: DocumentNode): Map<OperationDefinitionNode, OperationCost> => {
  const reader = new CostReader(schema, document);
  const operations = document.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  return new Map(operations.map(operation => [operation, reader.read(operation)]));
};
