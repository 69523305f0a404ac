import { Entity, PrimaryColumn } from "typeorm";

/** That one document implements another. */
@Entity("document_implementation")
export class DocumentImplementation {
  @PrimaryColumn("text") documentId!: string;
  @PrimaryColumn("text") implementedId!: string;
}
