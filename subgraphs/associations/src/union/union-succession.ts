import { ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { Succession } from "../succession";

@Entity("union_succession")
@ObjectType({ description: "The act by which one union took the place of another." })
export class UnionSuccession extends Succession {}
