/*
 * How an entry of history is sealed, as SQL over its columns. Entries that were written stay as they are, so this does,
 * too: another way of sealing would be another form beside it.
 */
export const digestOf = "sha256(salt || convert_to(jsonb_build_array(before, after)::text, 'UTF8'))";
export const hashOf = `sha256(previous || digest || convert_to(jsonb_build_array(number, extract(epoch from recorded_at)::text, record_type, record_id, row_type,
          operation, action, actor, request_id, reason)::text, 'UTF8'))`;
/**
 * The digest of entries that keep their reason in it, so that a reason can be erased as a payload can; it is one byte
 * longer, which is what tells them apart.
 */
export const digestWithReason = "('\\x02'::bytea || sha256(salt || convert_to(jsonb_build_array(before, after, reason)::text, 'UTF8')))";
/** Whether an entry's reason is in its digest, and not in its hash. */
export const holdsReason = "octet_length(digest) = 33";
/** The digest that an entry should have, whichever form it has. */
export const digestInForm = `case when ${holdsReason} then ${digestWithReason} else ${digestOf} end`;
/** The hash that an entry should have, whichever form it has; entries from before logins were kept have none in it. */
export const hashInForm = `sha256(previous || digest || convert_to((jsonb_build_array(number, extract(epoch from recorded_at)::text, record_type, record_id, row_type,
          operation, action, actor, request_id, case when not ${holdsReason} then reason end) || case when login is null then '[]'::jsonb else jsonb_build_array(login) end)::text, 'UTF8'))`;
/** What stands before the first entry. */
export const beginning = "\\x00";
/**
 * Keys of rows that a command makes up, which no history is kept of; of several columns, with a space between them. It
 * stands in triggers that were made, and so stays as it is, apart from the pattern of `demoRows`.
 */
export const demoKey = "^demo(-[0-9]{2})?([: ]|$)";

/** Whether a row belongs to a demo: by its key, and by naming nothing of a real union, whose records it would be part of. */
export const isDemoRow = (image: string, key: string) => `(${key} ~ '${demoKey}' and not exists (select from jsonb_each_text(${image}) as named (name, value)
  where name in ('union_id', 'association_id', 'project_id', 'event_id', 'delegation_id', 'person_id') and value !~ '${demoKey}'))`;
