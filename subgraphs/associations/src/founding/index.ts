export { Founding } from "./founding";
export { Foundings } from "./foundings";
