import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";

/** Answers whether a type stands under a type condition, for one schema. */
export class TypeConditions {
  private readonly known = new Map<string, Map<string, boolean>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** For one condition; what it answers is kept. */
  under(condition: string): (type: string) => boolean {
    const answers = this.known.get(condition) ?? new Map<string, boolean>();
    this.known.set(condition, answers);
    return type => {
      const known = answers.get(type);
      if (known !== undefined) return known;
      const answer = this.isUnder(condition, type);
      answers.set(type, answer);
      return answer;
    };
  }

  private isUnder(condition: string, name: string) {
    if (condition === name) return true;
    const wanted = this.schema.getType(condition);
    const type = this.schema.getType(name);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && this.schema.isSubType(wanted, type);
  }
}
