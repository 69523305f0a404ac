const mostPeople = 1000;
const numberOf = (id: string) => Number(id.replace(/\D.*$/, "")) || 0;

/** Records that follow from their ids, so that whoever knows an id knows the right answer. */
export const person = ({ id }: { id: string }): object => ({
  __typename: "Person",
  id,
  name: `Person ${id}`,
  friends: () => [1, 2].map(step => person({ id: String((numberOf(id) + step) % mostPeople) })),
  visits: () => ["a", "b"].map(name => visit({ id: `${id}-${name}` })),
});

export const visit = ({ id }: { id: string }): object => ({
  __typename: "Visit",
  id,
  place: `Place ${id}`,
  guest: () => person({ id: String((numberOf(id) + 3) % mostPeople) }),
  gifts: () => [{ id: `${id}-gift`, worth: id.length }],
});

export const root = {
  person,
  people: ({ first }: { first: number }) => Array.from({ length: first }, (_, index) => person({ id: String(index) })),
  giftCount: () => mostPeople,
  noteVisit: ({ input }: { input: { idempotencyKey: string } }) => visit({ id: input.idempotencyKey }),
};
