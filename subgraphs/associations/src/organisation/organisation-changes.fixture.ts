import type { ChangeCase } from "@huu-nghi/test-kit";

type Wrong = ChangeCase["invalid"][number];

const text = (number: number) => ({ vi: `Tên mẫu ${number}`, en: `Sample name ${number}` });
const wrongReasons: Wrong[] = [[{ reason: "" }, "reason"], [{ reason: " \n" }, "reason"]];
const wrongPlaces: Wrong[] = [[{ name: {} }, "name"], [{ locality: " " }, "locality"], [{ address: "x".repeat(501) }, "address"], [{ contact: "" }, "contact"]];

export const organisationChangeCases: ChangeCase[] = [
  {
    mutation: "createMemberOrganisation",
    input: number => ({ union: "vinh-phuc", name: text(number), kind: "SCHOOL", locality: "Phường mẫu", published: true }),
    invalid: [...wrongPlaces, [{ union: "nowhere" }, "union"], [{ kind: "SHIP" }, "input"]],
  },
  { mutation: "changeMemberOrganisation", of: "createMemberOrganisation", input: number => ({ name: text(number), contact: "Phòng mẫu", published: false }), invalid: [...wrongPlaces, [{ name: null, published: null, contact: undefined }, "input"]] },
  { mutation: "endMemberOrganisation", of: "createMemberOrganisation", input: () => ({ on: "2024-05", reason: "It was closed" }), invalid: [...wrongReasons, [{ on: "2999-01-01" }, "on"]] },
  {
    mutation: "correctMemberOrganisation",
    of: "createMemberOrganisation",
    input: () => ({ kind: "AGENCY", address: "Địa chỉ mẫu", endedOn: "2020", reason: "The register says so" }),
    invalid: [...wrongPlaces, ...wrongReasons, [{ endedOn: "2999" }, "endedOn"]],
  },
];
