import { ConfigFault, type Log } from "@huu-nghi/service-kit";
import type { SupergraphObserver } from "./supergraph-observer";

const faultsOf = (fault: unknown) => (fault instanceof ConfigFault ? fault.faults : [fault instanceof Error ? fault.message : String(fault)]);

/** Tells the log of changed supergraphs, and whoever else wants to know. What is wrong with one is in the operator's own words. */
export const tellSupergraphs = (log: Log, other: SupergraphObserver | undefined): SupergraphObserver => ({
  onTaken: () => {
    log.info("the changed supergraph serves now");
    other?.onTaken();
  },
  onRefused: fault => {
    log.error({ faults: faultsOf(fault) }, "the changed supergraph is refused; the one before serves on");
    other?.onRefused(fault);
  },
  onMended: () => {
    log.info("the supergraph file holds again what serves");
    other?.onMended();
  },
});
