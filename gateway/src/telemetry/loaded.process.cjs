// Loaded into a gateway before its own code: tells on request which files it has loaded, and whom it connected to.
const { Socket } = require("node:net");

const connected = [];
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  connected.push(JSON.stringify(args[0]));
  return connect.apply(this, args);
};
process.on("message", message => {
  if (message?.loaded) process.send({ loaded: Object.keys(require.cache), connected });
});
