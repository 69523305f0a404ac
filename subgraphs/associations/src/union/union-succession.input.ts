import { InputType } from "type-graphql";
import { CorrectSuccessionInput, CreateSuccessionInput } from "../succession";

@InputType({ description: "An act by which one union takes the place of another: of several that go into one, an act each." })
export class CreateUnionSuccessionInput extends CreateSuccessionInput {}

@InputType({ description: "What was written down wrongly of such an act; what is not given stays." })
export class CorrectUnionSuccessionInput extends CorrectSuccessionInput {}
