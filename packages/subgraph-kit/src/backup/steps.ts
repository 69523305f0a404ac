/**
 * Divisions are restored side by side, each in a transaction of its own: none commits before all could. Whoever started
 * this process is told that a step is reached, and says when to go on. Started by nobody, it goes on at once.
 */
export class Steps {
  constructor() {
    // Who leads is gone: what has not been committed is undone.
    if (process.send) process.once("disconnect", () => process.exit(1));
  }

  reach = async (step: "checked" | "loaded"): Promise<void> => {
    if (!process.send) return;
    const told = new Promise(resolve => process.once("message", resolve));
    process.send({ type: "reached", step });
    await told;
  };

  end() {
    process.removeAllListeners("disconnect");
    if (process.connected) process.disconnect();
  }
}
