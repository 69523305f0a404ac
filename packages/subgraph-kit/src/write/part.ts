import type { EntityMetadata } from "typeorm";

const fields = new Map<unknown, string>();

/** Marks a table of what is part of a record, such as an event's organisers, with the name that inputs have for it. */
export const Part =
  (field: string): ClassDecorator =>
  table =>
    void fields.set(table, field);

/** What authors know a table of parts by. */
export const partName = ({ target, name }: EntityMetadata): string => fields.get(target) ?? name;
