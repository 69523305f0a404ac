import { rolesOf } from "@huu-nghi/subgraph-kit";
import type { GraphqlAnswer } from "../graphql-client";
import { hinderedLending, notReady, overloaded, ready } from "./hindered-lending.fixture";
import { onSmallDisk, whyNoSmallDisk } from "./small-disk.fixture";

const { key, asOwner, urls, create, made, change, readiness, expectReads, planFault, endFaults, triesMade } = hinderedLending();

describe("a full disk", () => {
  const full = notReady("The database's disk is full, so that nothing can be changed; reading goes on.");
  const written = async () => (await asOwner("select (select count(*) from loan) as loans, (select count(*) from loan_item) as items, (select count(*) from history) as entries, (select count(*) from idempotency_key) as keys"))[0];

  it("as the server tells of it, ends changes with a code; reading goes on, and readiness comes back by itself", async () => {
    const id = await made();
    await planFault("53100", 99);
    const idempotencyKey = key();
    expect(await change({ id, borrower: "Too much", idempotencyKey })).toMatchObject(overloaded(60));
    expect(await triesMade()).toBe(1);
    await expectReads(id);
    expect(await readiness()).toEqual(full);
    await endFaults();
    const before = await written();
    expect(await readiness()).toEqual(ready);
    expect(await written()).toEqual(before);
    expect((await change({ id, borrower: "Too much", idempotencyKey })).errors).toBeUndefined();
  });

  const reason = whyNoSmallDisk();
  (reason === undefined ? it : it.skip)(`of a real kind does so too${reason === undefined ? "" : ` (${reason})`}`, async () => {
    const id = await made();
    await onSmallDisk(rolesOf("loans").owner, urls().owner, async disk => {
      disk.fill();
      let before = await written();
      let refused: { in: object; answer: GraphqlAnswer } | undefined;
      // The pages in use have room for some.
      for (let at = 0; at < 500 && !refused; at += 1) {
        before = await written();
        const input = { idempotencyKey: key(), id: `full-${at}`, borrower: `Full ${at}`, books: ["a", "b", "c"] };
        const answer = await create(input);
        if (answer.errors) refused = { in: input, answer };
      }
      expect(refused?.answer).toMatchObject(overloaded(60));
      expect(await written()).toEqual(before);
      await expectReads(id);
      expect(await readiness()).toEqual(full);
      disk.free();
      expect(await readiness()).toEqual(ready);
      expect((await create(refused!.in)).errors).toBeUndefined();
      await expectReads(id);
    });
  });
});
