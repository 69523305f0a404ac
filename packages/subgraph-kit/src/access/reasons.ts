/** Why something is open to everybody, where many entries have the same reason. */
export const published = "Public record: unions publish it, and dashboards show it to visitors.";
export const referenceData = "Reference data, the same for everybody.";
export const publicTotals = "Totals only: nobody can be told from them, and unions publish them.";
