import { Directive, Field, ObjectType } from "type-graphql";

/** `<Name>Payload`, the answer of every change of a type: the changed thing, by the name of its type. */
export const payloadOf = <Row extends object>(type: new () => Row, name: string, { shareable = false } = {}) => {
  const field = `${name[0]!.toLowerCase()}${name.slice(1)}`;

  const shared: ClassDecorator = made => (shareable ? Directive("@shareable")(made) : undefined);

  @shared
  @ObjectType(`${name}Payload`, { description: `The answer to a change of ${name}.` })
  class Payload {
    @Field(() => type, { name: field, nullable: true, description: "The changed thing." })
    changed!: Row;
  }
  return Payload;
};
