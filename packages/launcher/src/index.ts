export { build } from "./build";
export { compose } from "./compose";
export { demo } from "./demo";
export { gateway } from "./gateway";
export { start } from "./start";
export { test } from "./checks";
