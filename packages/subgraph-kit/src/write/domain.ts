import type { Domain } from "../domain";
import { HistoryEntry, HistoryHead, IdempotencyKey } from "./history-entry";
import { History1764200000000 } from "./history.migration";
import { HistoryEntryResolver } from "./kept-record";

/** Tables whose rows are no records, but what was written down about them. */
export const logTables = ["history", "history_head", "idempotency_key", "access_log", "loaded_record", "migration"];

/** How every division keeps what was done to its records. */
export const historyDomain: Domain = { tables: [HistoryEntry, HistoryHead, IdempotencyKey], resolvers: [HistoryEntryResolver], migrations: [History1764200000000] };
