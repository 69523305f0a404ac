import type { Measure } from "@huu-nghi/subgraph-kit";

export const reportMeasures: Measure[] = [
  {
    code: "ngoAid.totalAsReported",
    label: { vi: "Tổng viện trợ (theo nguồn)", en: "Total aid as reported" },
    description: "A total whose source does not say whether it was promised or paid; only ever as reported.",
    unit: "VND",
    kind: "flow",
  },
];
