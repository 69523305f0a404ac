// Loaded into a gateway before its own code: tells on request how much its heap holds that is in use.
process.on("message", message => {
  if (message?.heap === undefined) return;
  const measure = () => {
    global.gc();
    return process.memoryUsage().heapUsed;
  };
  measure();
  // What waits for its finaliser goes with the second collection.
  setTimeout(() => process.send({ heap: measure() }), 100);
});
