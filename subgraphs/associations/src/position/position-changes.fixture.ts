import type { ChangeCase } from "@huu-nghi/test-kit";

type Wrong = ChangeCase["invalid"][number];

const text = (number: number) => ({ vi: `Tên mẫu ${number}`, en: `Sample name ${number}` });
const wrongReasons: Wrong[] = [[{ reason: "" }, "reason"], [{ reason: " \n" }, "reason"], [{ reason: "x".repeat(1001) }, "reason"]];

const held = { association: "vinh-phuc:gb", title: { vi: "Chủ tịch mẫu" }, role: "CHAIR", bodyKind: "EXECUTIVE_COMMITTEE", published: true, since: "2016" };
const wrongly = (changes: object, argument: string): Wrong => [{ position: { ...held, ...changes } }, argument];

/** How the changes of positions are tried: beside people whom the union's officers reach, and of-dong-nai, whom they do not. */
export const positionChangeCases: ChangeCase[] = [
  {
    mutation: "createPosition",
    input: number => ({ position: { ...held, title: text(number), bodyName: text(number) }, person: `person-${number}`, holderName: "Người Mẫu" }),
    invalid: [
      [{ holderName: " " }, "holderName"], [{ person: null, holderName: null }, "holderName"], [{ person: "nobody" }, "person"], [{ person: "of-dong-nai" }, "person"],
      wrongly({ union: "vinh-phuc" }, "position.union"), wrongly({ association: null }, "position.union"), wrongly({ association: null, union: "nowhere" }, "position.union"),
      wrongly({ association: "vinh-phuc:xx" }, "position.association"), wrongly({ title: {} }, "position.title"), wrongly({ bodyName: {} }, "position.bodyName"), wrongly({ role: "KING" }, "input"),
      wrongly({ since: null }, "position.since"), wrongly({ since: "2013" }, "position.since"), wrongly({ until: "2015" }, "position.until"), wrongly({ until: "2999" }, "position.until"),
      wrongly({ since: "2999" }, "position.since"), wrongly({ since: null, namedAsOf: "2999" }, "position.namedAsOf"),
    ],
  },
  { mutation: "changePosition", of: "createPosition", input: number => ({ title: text(number), published: false }), invalid: [[{ title: {} }, "title"], [{ bodyName: {} }, "bodyName"], [{ title: null, published: null }, "input"]] },
  { mutation: "endPosition", of: "createPosition", input: () => ({ on: "2024-05", reason: "The tenure was over" }), invalid: [...wrongReasons, [{ on: "2999-01-01" }, "on"], [{ on: "2015" }, "on"]] },
  {
    mutation: "correctPosition",
    of: "createPosition",
    input: () => ({ role: "VICE_CHAIR", person: null, holderName: "Người Mẫu khác", since: "2017", until: "2020", bodyName: null, reason: "The minutes say so" }),
    invalid: [...wrongReasons, [{ holderName: " " }, "holderName"], [{ person: "of-dong-nai" }, "person"], [{ since: null }, "since"], [{ since: "2013", until: null }, "since"], [{ until: "2999" }, "until"], [{ since: "2999", until: null }, "since"], [{ namedAsOf: "2999" }, "namedAsOf"], [{ since: "2021" }, "until"]],
  },
];
