import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigFault } from "./config";

// Faults that whoever started the process can mend, so they are told without a stack.
const listenFaults: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use by another program. Stop that one, or choose another port: PORT=${port < 65000 ? port + 10 : 0}.`,
  EACCES: (host, port) => `Port ${port} of ${host} needs rights that this user does not have. Choose one from 1024 on.`,
  EADDRNOTAVAIL: host => `HOST is "${host}", which is no address of this machine.`,
  ENOTFOUND: host => `HOST is "${host}", which is no known name.`,
};

/** The port on which it listens from now on. */
export const listen = (http: Server, host: string, port: number) =>
  new Promise<number>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const fault = listenFaults[error.code ?? ""]?.(host, port);
      reject(fault === undefined ? error : new ConfigFault([fault]));
    });
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
