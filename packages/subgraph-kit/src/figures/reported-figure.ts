import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a printed number is: the figure itself, what was planned, or one of the two ratios. */
export type Aspect = "VALUE" | "TARGET" | "CHANGE_RATIO" | "ATTAINMENT_RATIO";
export type Qualifier = "EXACT" | "ABOUT" | "MORE_THAN" | "NEARLY";

/** A number as a source printed it. */
@Entity("reported_figure")
export class ReportedFigure {
  @PrimaryColumn("text") id!: string;
  @Column("text") unionId!: string;
  @Column("text") code!: string;
  @Column("text") aspect!: Aspect;
  @Column("date", { nullable: true }) periodFrom!: string | null;
  @Column("date", { nullable: true }) periodTo!: string | null;
  @Column("text", { nullable: true }) statedAsOf!: string | null;
  @Column("numeric") value!: string;
  @Column("text") unit!: string;
  @Column("text") qualifier!: Qualifier;
  @Column("text") asPrinted!: string;
  @Column("text", { nullable: true }) locator!: string | null;
  @Column("text") sourceId!: string;
}

/** A union's word that its records of a figure and period are complete. */
@Entity("complete_period")
export class CompletePeriod {
  @PrimaryColumn("text") unionId!: string;
  @PrimaryColumn("text") code!: string;
  @PrimaryColumn("date") periodFrom!: string;
  @PrimaryColumn("date") periodTo!: string;
  @Column("timestamptz", { default: () => "now()" }) declaredAt!: Date;
}
