import "reflect-metadata";
import { runDivision } from "@huu-nghi/subgraph-kit";
import { ngoAid } from "./ngo-aid";

void runDivision(ngoAid);
