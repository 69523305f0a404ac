/** How long a serving process waits for its database, in milliseconds. */
export interface Limits {
  /** For a connection, free or new. */
  connectionMs: number;
  /** For what another transaction holds. */
  lockMs: number;
  /** For one statement. */
  statementMs: number;
  /** Before a transaction of ours that does nothing, in a process that hangs, lets go of what others wait for. */
  idleInTransactionMs: number;
  /** For a change, from its first try on: after that it is not tried again. */
  changeMs: number;
}

/**
 * Nobody waits for more than two seconds: a connection and then a lock stay below them together, and so does a change with
 * all its tries. What takes longer than that is a statement at work, which the gateway answers without.
 */
export const limits: Limits = { connectionMs: 1300, lockMs: 400, statementMs: 10_000, idleInTransactionMs: 5000, changeMs: 1700 };
