export { foreignRelations } from "./foreign-relations";
