import { demoPart, Dice, type DemoUnion } from "@huu-nghi/subgraph-kit";
import { Person } from "./person";

/** How many people a demo union has. */
export const demoPeople = 10_000;

const digits = (number: number, length: number) => String(number).padStart(length, "0");

export const demoPersonId = (union: DemoUnion, number: number) => `${union.id}:person-${digits(number, 5)}`;

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"];
const middles = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thị Thu", "Quốc"];
const givens = ["An", "Ánh", "Bình", "Châu", "Dũng", "Đạt", "Đông", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hòa", "Hùng", "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam", "Ngân", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Tú", "Uyên", "Vân", "Yến"];

/** Begins with what says that it is made up, and ends with a given name, by which lists are ordered. */
export const demoPersonName = ({ label }: DemoUnion, number: number) => {
  const of = (names: string[], turn: number) => names[turn % names.length]!;
  return `${label} Person ${number} ${of(families, number)} ${of(middles, number * 3)} ${of(givens, number * 5)}`;
};

const withoutAccents = (name: string) => name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** The last ones are the first ones once more, as somebody else might have written them down. */
const demoTwins = 20;

const inCommon: ((twin: Partial<Person>) => Partial<Person>)[] = [
  ({ identityNumber }) => ({ identityNumber }),
  ({ phone }) => ({ phone }),
  ({ email }) => ({ email }),
  ({ fullName, birthDate }) => ({ fullName: withoutAccents(fullName!), birthDate }),
  ({ identityNumber, phone }) => ({ identityNumber, phone }),
];

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
    fullName: demoPersonName(union, number),
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
    const first: Partial<Person>[] = [];
    for (let number = 1; number <= demoPeople; number += 1) {
      const person = demoPerson(union, number, dice);
      const twin = first[demoPeople - number];
      if (first.length < demoTwins) first.push(person);
      yield twin ? { ...person, ...inCommon[(demoPeople - number) % inCommon.length]!(twin) } : person;
    }
  },
});
