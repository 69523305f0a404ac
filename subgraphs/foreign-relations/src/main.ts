import "reflect-metadata";
import { runDivision } from "@huu-nghi/subgraph-kit";
import { foreignRelations } from "./foreign-relations";

void runDivision(foreignRelations);
