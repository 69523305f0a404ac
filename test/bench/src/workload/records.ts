/** One record with the fields of all subgraphs; a function is a field with arguments, or one that leads to others. */
export type Item = { [field: string]: unknown };

const counts = { Union: 5, Association: 15, Person: 24, Visit: 28, Article: 40 };
export type Kind = keyof typeof counts;

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** A few of a kind, the same ones each time, spread over all of it. */
const some = (kind: Kind, from: number, length: number, step: number) => range(length).map(index => one(kind, from + index * step));

const one = (kind: Kind, number: number): Item => all[kind][number % counts[kind]]!;

const makers: Record<Kind, (number: number) => Item> = {
  Union: n => ({
    name: `Union of Friendship Organizations ${n}`,
    province: `Province ${n}`,
    welcome: ({ visitor }: { visitor: string }) => `Union ${n} welcomes ${visitor}`,
    chairs: () => some("Person", n * 3, 3, 5),
    associations: () => some("Association", n * 3, 3, 1),
  }),
  Association: n => ({
    name: `Friendship Association ${n}`,
    foundedOn: `${1950 + n}-05-${10 + n}`,
    visits: () => some("Visit", n * 2, 3, 3),
  }),
  Person: n => ({
    name: `Nguyễn Văn ${n}`,
    title: `Vice-chair of committee ${n}`,
    speaks: [["vi", "en"], ["fr", "ru", `x${n}`]],
    chairOf: () => some("Association", n, 2, 7),
    articles: () => some("Article", n * 2, 2, 9),
  }),
  Visit: n => ({
    country: `Country ${n % 9}`,
    startsOn: `2026-0${1 + (n % 9)}-${10 + (n % 18)}`,
    delegates: () => range(2).map(party => some("Person", n + party * 7, 2, 4)),
    articles: () => some("Article", n, 2, 11),
  }),
  Article: n => ({
    headline: `Delegation ${n} of friends was received at the union's house`,
    author: () => one("Person", n * 5),
    about: () => some("Visit", n, 2, 13),
  }),
};

const all = Object.fromEntries(
  Object.entries(counts).map(([kind, count]) => [
    kind,
    range(count).map(n => ({ __typename: kind, id: `${kind.toLowerCase()}-${n}`, ...makers[kind as Kind](n) })),
  ]),
) as object as Record<Kind, Item[]>;

const byId = new Map(Object.values(all).flat().map(record => [`${String(record["__typename"])} ${String(record["id"])}`, record]));

export const entity = ({ __typename: kind, id }: Item) => byId.get(`${String(kind)} ${String(id)}`) ?? null;

/** The root fields of all subgraphs. */
export const root: Item = {
  __typename: "Query",
  unions: all.Union,
  union: ({ id }: { id: string }) => entity({ __typename: "Union", id }),
  people: all.Person,
  visits: all.Visit,
  articles: all.Article,
  _entities: ({ representations }: { representations: Item[] }) => representations.map(entity),
};
