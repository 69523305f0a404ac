import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CalendarResolver } from "./calendar.resolver";

export const calendar = defineDomain({ resolvers: [CalendarResolver] });
