export { ngoAid } from "./ngo-aid";
