import { ArrayMaxSize, IsOptional, Length, Matches } from "class-validator";
import { Arg, Args, Directive, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { AccessLog } from "../access/access-log";
import { AccessLogPage } from "../access/domain";
import { ForOfficers, Needs } from "../access/declare";
import { graphqlNames } from "../config";
import { reference, type Domain } from "../domain";
import { PageArgs } from "../page/page-args";
import { RequestScope } from "../scope";
import { payloadOf } from "../write/payload-of";
import { ChangeInput } from "../write/versioned";
import { ErasedPerson } from "./erased-person";
import { ErasedPerson1764400011001 } from "./erased-person.migration";
import { HeldData } from "./held-data";
import type { Holding } from "./holding";
import { PersonalDataSection } from "./personal-data";
import type { Persons } from "./persons";

const ErasedPersonPayload = payloadOf(ErasedPerson, "ErasedPerson", { shareable: true });

@InputType({ description: "Whose data are to be erased." })
export class ErasePersonInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  person!: string;

  @Field(() => [ID], {
    nullable: true,
    description: "The person's other ids, as Person.formerIds names them: a division that does not keep persons may hold something under these. At most 100; none when not given. The division that keeps persons knows them by itself.",
  })
  @IsOptional()
  @ArrayMaxSize(100, { message: "a person has at most 100 other ids" })
  formerIds?: string[] | null;

  @Field(() => String, { description: "Why: who asked for it, and when, without naming the person. At most 1000 characters; it stays in the history." })
  @Length(1, 1000, { message: "a reason has 1 to 1000 characters" })
  @Matches(/\S/, { message: "a reason says something" })
  reason!: string;
}

interface Key {
  id: string;
  formerIds?: string[] | null;
}

const aboutFormerIds = "Ids of records that were merged into this one, because they were of the same person; none when there was no such merge, or it was undone.";

/** Of a division that does not keep persons: known by their id. */
const stub = (): new () => Key => {
  @ObjectType()
  @Directive('@key(fields: "id")')
  class Person implements Key {
    @Field(() => ID)
    id!: string;

    @Directive("@external")
    @Needs("officer")
    @Field(() => [ID], { nullable: true, description: aboutFormerIds })
    formerIds?: string[] | null;
  }
  return Person;
};

/** What every division can say of what it holds of a person, and how it is erased there; the fields carry the division's name. */
export const personalDataDomain = (division: string, holdings: Holding[], persons: Persons | undefined): Domain => {
  const { pascal } = graphqlNames(division);
  const type = (persons?.type ?? stub()) as new () => Key;

  // The gateway fetches them from the division that keeps persons.
  const withFormerIds: MethodDecorator = persons ? () => undefined : Directive('@requires(fields: "formerIds")');

  class Held extends HeldData {
    constructor(scope: RequestScope) {
      super(scope, holdings, persons);
    }
  }

  @Resolver(() => type)
  class PersonalDataResolver {
    constructor(private readonly scope: RequestScope) {}

    @withFormerIds
    @Needs("officer")
    @FieldResolver(() => [PersonalDataSection], {
      name: `dataHeldBy${pascal}`,
      nullable: true,
      description: `Everything that the division ${division} holds of the person, opened and written down in the access log; for officers of the division, as far as their unions go, for leaders and administrators.`,
    })
    async dataHeld(@Root() { id, formerIds }: Key, @Arg("reason", () => String, { description: "What it is needed for, in 5 to 200 characters; it is written down beside your name." }) reason: string) {
      return this.scope.get(Held).sections(await this.scope.get(Held).idsOf(id, formerIds), reason);
    }

    @ForOfficers()
    @Mutation(() => ErasedPersonPayload, {
      name: `erasePersonIn${pascal}`,
      nullable: true,
      description: `Erases what the division ${division} holds of a person, in its history too; what is counted stays.${persons ? " Records that were merged are one person's, whichever of their ids is given." : ""} For officers of every union that the person belongs to here, and administrators. It cannot be undone, and a backup that is restored later forgets the person again.`,
    })
    async erasePerson(@Arg("input", () => ErasePersonInput, { description: "Who, and why." }) input: ErasePersonInput) {
      return { changed: await this.scope.get(Held).erase(`erasePersonIn${pascal}`, input) };
    }
  }

  @Resolver(() => type)
  class PersonLogResolver {
    constructor(private readonly scope: RequestScope) {}

    @Needs("officer")
    @FieldResolver(() => AccessLogPage, { nullable: true, description: "Who opened personal data of the person, newest first: when, what for, which fields and in which request; for officers of the unions that the person belongs to." })
    async accessLog(@Root() { id }: Key, @Args(() => PageArgs) args: PageArgs) {
      return this.scope.get(AccessLog).page({ person: await this.scope.get(Held).idsOf(id) }, args);
    }

    @Needs("officer")
    @FieldResolver(() => [ID], { nullable: true, description: aboutFormerIds })
    async formerIds(@Root() { id }: Key) {
      return (await this.scope.get(Held).idsOf(id)).filter(each => each !== id);
    }
  }

  return {
    tables: [ErasedPerson],
    resolvers: [PersonalDataResolver, ...(persons ? [PersonLogResolver] : [])],
    references: persons ? [] : [reference(type, { needs: "officer" }, (_scope, { id, formerIds = null }: Key) => ({ id, formerIds }))],
    migrations: [ErasedPerson1764400011001],
  };
};
