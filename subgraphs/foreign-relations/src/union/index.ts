export { Union } from "./union";
