import type { DonorKind } from "../foreign-ngo";

export const donorKindLabels: Record<DonorKind, { vi: string; en: string }> = {
  NGO: { vi: "Tổ chức phi chính phủ", en: "Non-governmental organisations" },
  FOUNDATION: { vi: "Quỹ", en: "Foundations" },
  INSTITUTE: { vi: "Trường đại học, viện", en: "Universities and institutes" },
  FRIENDSHIP_ORGANISATION: { vi: "Tổ chức hữu nghị nước ngoài", en: "Friendship organisations abroad" },
  OTHER: { vi: "Tổ chức phi lợi nhuận khác", en: "Other non-profit donors" },
};
