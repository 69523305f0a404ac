type Prototype = object | null;

const declared = new Map<object, Map<string, string>>();

/**
 * Marks an argument of a query that names a record by its id: where there is none, the answer
 * is BAD_USER_INPUT and no empty list. `type` is the name of a type by which the division finds its records; not of one
 * whose records are private, of which nobody is told whether they are there.
 */
export const Names =
  (type: string): PropertyDecorator =>
  (prototype, property) => {
    declared.set(prototype, new Map(declared.get(prototype)).set(String(property), type));
  };

/** The arguments that name something, with the type of each; those of the classes that it extends, too. */
export const namesOf = (prototype: Prototype): [string, string][] => (prototype === null ? [] : [...(declared.get(prototype) ?? []), ...namesOf(Object.getPrototypeOf(prototype) as Prototype)]);
