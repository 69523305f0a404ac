import { openDatabase } from "@huu-nghi/subgraph-kit";
import type { TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "./associations";

/** The article records as they were before the provinces merged and Dong Nai had an association for ASEAN, for tests that do both themselves. */
export const beforeMergers = async ({ urls }: TestSubgraph) => {
  const { writer, close } = await openDatabase(associations, urls);
  await writer.query(`
    delete from union_succession;
    delete from friendship_union where id = 'phu-tho';
    update friendship_union set ended_on = null where id = 'vinh-phuc';
    delete from friendship_association where id = 'dong-nai:asean'`);
  await close();
};
