import "reflect-metadata";
import { runDivision } from "@huu-nghi/subgraph-kit";
import { associations } from "./associations";

void runDivision(associations);
