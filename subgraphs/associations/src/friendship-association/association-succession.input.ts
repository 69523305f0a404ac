import { InputType } from "type-graphql";
import { CorrectSuccessionInput, CreateSuccessionInput } from "../succession";

@InputType("CreateFriendshipAssociationSuccessionInput", { description: "An act by which one friendship association takes the place of another: of several that go into one, an act each." })
export class CreateAssociationSuccessionInput extends CreateSuccessionInput {}

@InputType("CorrectFriendshipAssociationSuccessionInput", { description: "What was written down wrongly of such an act; what is not given stays." })
export class CorrectAssociationSuccessionInput extends CorrectSuccessionInput {}
