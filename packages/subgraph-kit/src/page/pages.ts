import DataLoader from "dataloader";
import { sql, type Sql } from "../sql";
import type { RequestScope } from "../scope";
import { pageStatement, sortKeys, totalsStatement, type List, type SortKey } from "./list";
import { cursorOf, pageBounds, type CursorForm, type PageArgs, type PageBounds } from "./page-args";
import type { PageInfo } from "./page-info";

interface Asked<Rest> {
  rows: Sql;
  parent: string;
  rest: Rest;
  /** Equal for what one statement can answer together. */
  together: string;
}

interface PageRow {
  id: string;
  cursor: string;
}

const countAll = sql`count(*)::int as "totalCount"`;

/** What a connection type reads its fields from; nothing is fetched but what is asked for. */
export interface Connection<Node> {
  nodes: () => Promise<Node[]>;
  edges: () => Promise<{ cursor: string; node: Node }[]>;
  pageInfo: () => Promise<PageInfo>;
  totalCount: () => Promise<number>;
  totals: () => Promise<Record<string, number | null>>;
}

/** Reads pages of lists; those that are asked for together, for many parents, take one statement together. */
export class Pages {
  constructor(private readonly scope: RequestScope) {}

  private readonly rows = this.loader<{ keys: SortKey[]; form: CursorForm; bounds: PageBounds }, PageRow[]>(async ({ rows, rest }, parents) => {
    const { keys, form, bounds } = rest;
    const found = await this.scope.rows<Record<string, string>>(pageStatement(keys, rows, parents, bounds.first, bounds.after));
    const byParent = new Map<string, PageRow[]>(parents.map(parent => [parent, []]));
    for (const row of found) byParent.get(row["parent"]!)!.push({ id: row["id"]!, cursor: cursorOf(form, keys.map((_, at) => row[`key_${at}`]!)) });
    return byParent;
  });

  private readonly totals = this.loader<Sql, Record<string, number | null>>(async ({ rows, rest }, parents) => {
    const found = await this.scope.rows<Record<string, number | null> & { parent: string }>(totalsStatement(rows, parents, rest));
    return new Map(found.map(({ parent, ...totals }) => [parent, totals as Record<string, number | null>]));
  });

  /** A page of the list, of one parent or of none. `nodes` loads what the rows' ids stand for. */
  of<Filter, Node>(list: List<Filter>, parent: string | null, filter: Filter, args: PageArgs, nodes: DataLoader<string, Node | null>): Connection<Node> {
    const keys = sortKeys(list);
    const form = { list: list.name, types: keys.map(({ type }) => type) };
    const bounds = pageBounds(args, form);
    const rows = list.rows(filter);
    const totals = list.totals ?? countAll;
    const same = JSON.stringify([list.name, filter]);
    const asked = { rows, parent: parent ?? "" };
    let page: Promise<PageRow[]> | undefined;
    const read = () => (page ??= this.rows.load({ ...asked, rest: { keys, form, bounds }, together: JSON.stringify([same, bounds]) }));
    const shown = async () => (await read()).slice(0, bounds.first);
    const edges = async () => {
      const loaded = (await shown()).map(async ({ id, cursor }) => ({ cursor, node: await nodes.load(id) }));
      // A row that was removed between the two statements is left out.
      return (await Promise.all(loaded)).filter((edge): edge is { cursor: string; node: Awaited<Node> & Node } => edge.node !== null);
    };
    const sums = () => this.totals.load({ ...asked, rest: totals, together: same });
    return {
      edges,
      nodes: async () => (await edges()).map(({ node }) => node),
      pageInfo: async () => {
        const all = await read();
        const visible = all.slice(0, bounds.first);
        return {
          hasNextPage: all.length > bounds.first,
          hasPreviousPage: bounds.after !== null,
          startCursor: visible[0]?.cursor ?? null,
          endCursor: visible.at(-1)?.cursor ?? null,
        };
      },
      totalCount: async () => (await sums())["totalCount"] ?? 0,
      totals: sums,
    };
  }

  private loader<Rest, Answer>(fetch: (asked: Asked<Rest>, parents: string[]) => Promise<Map<string, Answer>>) {
    return new DataLoader<Asked<Rest>, Answer, string>(
      async all => {
        const groups = new Map<string, Asked<Rest>[]>();
        for (const each of all) groups.set(each.together, [...(groups.get(each.together) ?? []), each]);
        const answers = new Map(
          await Promise.all(
            [...groups].map(async ([together, group]) => [together, await fetch(group[0]!, [...new Set(group.map(({ parent }) => parent))])] as const),
          ),
        );
        return all.map(({ together, parent }) => answers.get(together)!.get(parent)!);
      },
      { cacheKeyFn: ({ together, parent }) => JSON.stringify([together, parent]) },
    );
  }
}
