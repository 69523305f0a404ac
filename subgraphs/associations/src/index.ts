export { associations } from "./associations";
