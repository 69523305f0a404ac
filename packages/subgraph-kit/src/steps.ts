/**
 * Divisions are restored side by side, each in a transaction of its own: none commits before all could. So are persons erased
 * once it is known by which ids. Whoever started this process is told that a step is reached, and says when to go on, and what
 * with. Started by nobody, it goes on at once.
 */
export class Steps {
  constructor() {
    // Who leads is gone: what has not been committed is undone.
    if (process.send) process.once("disconnect", () => process.exit(1));
  }

  /** Gives what the leader says; undefined where there is none. */
  reach = async <Answer = unknown>(step: string, told?: object): Promise<Answer | undefined> => {
    if (!process.send) return undefined;
    const answer = new Promise<{ with?: Answer }>(resolve => process.once("message", message => resolve(message as { with?: Answer })));
    process.send({ type: "reached", step, told });
    return (await answer).with;
  };

  end() {
    process.removeAllListeners("disconnect");
    if (process.connected) process.disconnect();
  }
}
