// Loaded into the gateway before its own code: tells on request how much of its heap is in use.
process.on("message", message => {
  if (message?.heap === undefined) return;
  global.gc();
  // What waits for its finaliser goes with the second collection.
  setTimeout(() => {
    global.gc();
    process.send({ heap: process.memoryUsage().heapUsed });
  }, 50);
});
