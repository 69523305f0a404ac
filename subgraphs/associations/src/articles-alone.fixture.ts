import { openDatabase } from "@huu-nghi/subgraph-kit";
import type { TestSubgraph } from "@huu-nghi/test-kit";
import { associations } from "./associations";

/** Takes out what public pages say of mergers, offices, congresses and numbers, for tests that write down their own. */
export const articlesAlone = async ({ urls }: TestSubgraph) => {
  const { writer, close } = await openDatabase(associations, urls);
  await writer.query(`
    delete from union_succession;
    delete from friendship_union where id = 'phu-tho';
    update friendship_union set ended_on = null where id = 'vinh-phuc';
    delete from friendship_association where id = 'dong-nai:asean';
    delete from position_tenure where source_id is not null;
    delete from congress where association_id = 'dong-nai:cn'`);
  await close();
};
