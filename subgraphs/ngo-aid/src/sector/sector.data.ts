import { demoPart, form, Language, recordKind, row, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { Sector } from "./sector";

export const sectorRecords = recordKind({
  section: "sectors",
  entry: form.entryOf({ code: form.id, name: form.localizedText }),
  id: entry => entry.code,
  rows: ({ code, name }, { sourceId }) => [row(Sector, { code, name, sourceId })],
});

const names: [string, string, string][] = [
  ["agriculture", "Nông nghiệp và phát triển nông thôn", "Agriculture and rural development"],
  ["health", "Y tế", "Health"],
  ["education", "Giáo dục và đào tạo", "Education and training"],
  ["vocational", "Dạy nghề", "Vocational training"],
  ["social", "Giải quyết các vấn đề xã hội", "Social affairs"],
  ["environment", "Môi trường", "Environment"],
  ["war-legacy", "Khắc phục hậu quả chiến tranh", "Consequences of war"],
  ["disaster", "Phòng chống thiên tai và cứu trợ khẩn cấp", "Disaster prevention and emergency relief"],
  ["culture", "Văn hóa, thể thao", "Culture and sport"],
];

export const demoSectorCodes = ({ id }: DemoUnion) => names.map(([code]) => `${id}:${code}`);

export const sectorDemo = demoPart({
  table: Sector,
  key: "code",
  rows: ({ id, label }) => names.map(([code, vi, en]) => ({ code: `${id}:${code}`, name: { vi: `${vi} (${label})`, en: `${label} ${en}`, ownTranslation: Language.VI }, sourceId: null })),
});
