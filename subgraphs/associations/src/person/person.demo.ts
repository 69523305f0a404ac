import { demoPart, Dice, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { Person } from "./person";

/** How many people a demo union has. */
export const demoPeople = 10_000;

const digits = (number: number, length: number) => String(number).padStart(length, "0");

export const demoPersonId = (union: DemoUnion, number: number) => `${union.id}:person-${digits(number, 5)}`;

/** What nobody could take for somebody's: no subscriber has a 0 after +84, no identity card begins with 000, and .example is nobody's. */
const demoPerson = (union: DemoUnion, number: number, dice: Dice): Partial<Person> => {
  const serial = digits((union.number - 1) * demoPeople + number, 9);
  const birthDate = dice.day(1945, 2003);
  const joined = Math.min(Number(birthDate.slice(0, 4)) + dice.int(20, 45), union.lastYear);
  // What is known of some only is known of the first one.
  const isEach = (count: number) => number % count === 1;
  const sample = (what: string, kinds: number) => `${what} mẫu ${dice.int(1, kinds)} (${union.label})`;
  return {
    id: demoPersonId(union, number),
    fullName: `${union.label} Person ${number}`,
    phone: `+84 000 ${serial.slice(3, 6)} ${serial.slice(6)}`,
    email: `person-${digits(number, 5)}@${union.id}.example`,
    address: `Địa chỉ mẫu ${number} (${union.label})`,
    birthDate,
    identityNumber: `000${serial}`,
    partyJoinedOn: isEach(5) ? dice.day(joined, joined) : null,
    religion: isEach(7) ? sample("Tôn giáo", 4) : null,
    ethnicity: isEach(2) ? sample("Dân tộc", 6) : null,
    health: isEach(20) ? sample("Ghi chú sức khỏe", 3) : null,
    bankAccount: isEach(3) ? `DEMO 000 ${serial}` : null,
    sourceId: null,
  };
};

export const personDemo = demoPart({
  table: Person,
  key: "id",
  rows: function* (union) {
    const dice = new Dice(`${union.id} people`);
    for (let number = 1; number <= demoPeople; number += 1) yield demoPerson(union, number, dice);
  },
});
