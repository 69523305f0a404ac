/*
 * How an entry of history is sealed, as SQL over its columns. Entries that were written stay as they are, so this does,
 * too: another way of sealing would be another form beside it.
 */
export const digestOf = "sha256(salt || convert_to(jsonb_build_array(before, after)::text, 'UTF8'))";
export const hashOf = `sha256(previous || digest || convert_to(jsonb_build_array(number, extract(epoch from recorded_at)::text, record_type, record_id, row_type,
          operation, action, actor, request_id, reason)::text, 'UTF8'))`;
/** What stands before the first entry. */
export const beginning = "\\x00";
/**
 * Keys of rows that a command makes up, which no history is kept of; of several columns, with a space between them. It
 * stands in triggers that were made, and so stays as it is, apart from the pattern of `demoRows`.
 */
export const demoKey = "^demo(-[0-9]{2})?([: ]|$)";
