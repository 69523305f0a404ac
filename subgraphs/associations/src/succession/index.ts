export { Succession, SuccessionKind } from "./succession";
export { decisionColumns, decisionForm, successionRecords } from "./succession.data";
