import { endOf, manyBy, oneBy, today, type RequestScope } from "@huu-nghi/subgraph-kit";
import { Congress } from "./congress";

export class Congresses {
  constructor(private readonly scope: RequestScope) {}

  readonly byId = oneBy(this.scope, Congress, "id");

  /** In the order of their ordinals. */
  readonly byAssociation = manyBy(this.scope, Congress, "associationId", (a, b) => a.ordinal - b.ordinal);

  /** The last one that was held: its bodies are in office until the next one, even past the tenure. */
  async current(associationId: string): Promise<Congress | null> {
    const now = today();
    const held = (await this.byAssociation.load(associationId)).filter(({ heldOn, tenureFrom }) => (heldOn ? endOf(heldOn) <= now : tenureFrom <= Number(now.slice(0, 4))));
    return held.at(-1) ?? null;
  }
}
