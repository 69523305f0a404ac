import type { LinkState } from "./link-observer";
import type { SubgraphLinkOptions } from "./link-options";
import { SubgraphLink } from "./subgraph-link";

/** The links of a gateway, one to each subgraph. */
export class SubgraphLinks {
  readonly #links = new Map<string, { url: string; link: SubgraphLink }>();

  constructor(private readonly shared: Omit<SubgraphLinkOptions, "division" | "url">) {}

  get states(): LinkState[] {
    return [...this.#links.values()].map(({ link }) => link.state);
  }

  /**
   * The link to a subgraph, which stays the same as long as its address does. The link to an older address serves the
   * requests that have it until they are done, and its idle connections end by themselves.
   */
  to(division: string, url: string): SubgraphLink {
    const known = this.#links.get(division);
    if (known?.url === url) return known.link;
    const link = new SubgraphLink({ ...this.shared, division, url });
    this.#links.set(division, { url, link });
    return link;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#links.values()].map(({ link }) => link.close()));
  }
}
