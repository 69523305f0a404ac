export { decisionOf, newDecision } from "./decision";
export { Succession, successionId, SuccessionKind } from "./succession";
export { decisionColumns, decisionForm, successionRecords } from "./succession.data";
export { CorrectSuccessionInput, CreateSuccessionInput } from "./succession.input";
export { Successions } from "./successions";
