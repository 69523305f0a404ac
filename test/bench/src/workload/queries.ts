/** Entities two and three levels down, lists of lists, sixteen fetches in Apollo's plan, about 90 KB of answer. */
export const deepQuery = `query Overview($visitor: String!) {
  unions {
    id name province welcome(visitor: $visitor)
    chairs { id name title articles { id headline about { id country startsOn } } }
    associations {
      id name foundedOn
      visits {
        id country startsOn
        delegates { id name title chairOf { id name } }
        articles { id headline author { id name } }
      }
    }
  }
  people { id name title speaks chairOf { id name visits { id country } } articles { id headline } }
  visits { id country startsOn articles { id headline author { id name title } } }
}`;

/** One small field of one subgraph. */
export const lightQuery = `query Light { union(id: "union-1") { id name } }`;

/** What the load generator replaces by another text in each request. */
export const placeholder = "[<id>]";
