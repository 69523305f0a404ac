import { ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { Succession } from "../succession";

@Entity("association_succession")
@ObjectType("FriendshipAssociationSuccession", { description: "The act by which one friendship association took the place of another." })
export class AssociationSuccession extends Succession {}
