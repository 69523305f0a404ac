/** Tables whose rows are no records, but what was written down about them. */
export const logTables = ["history", "history_head", "idempotency_key", "access_log", "erased_person", "loaded_record", "migration"];
