import type { Domain } from "../domain";
import { EraseHistory1764400011000 } from "./erase-history.migration";
import { GuardHistory1764400000000 } from "./guard-history.migration";
import { HistoryEntry, HistoryHead, IdempotencyKey } from "./history-entry";
import { History1764200000000 } from "./history.migration";
import { HistoryEntryResolver } from "./kept-record";

/** How every division keeps what was done to its records. */
export const historyDomain: Domain = { tables: [HistoryEntry, HistoryHead, IdempotencyKey], resolvers: [HistoryEntryResolver], migrations: [History1764200000000, GuardHistory1764400000000, EraseHistory1764400011000] };
