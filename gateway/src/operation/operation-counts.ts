/** How often operations were compiled, and found compiled; over all supergraphs that this process has had. */
export class OperationCounts {
  /** By requests that had to wait for it. */
  compiled = 0;
  /** Before a new supergraph served. */
  compiledAhead = 0;
  found = 0;
  /** Of the supergraph that serves. */
  known: () => number = () => 0;
}
