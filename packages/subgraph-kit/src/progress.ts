import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  update: (done: number, of: number) => void;
  end: () => void;
}

/** A bar in a terminal; elsewhere a plain line at each quarter, so that a log stays readable. */
export const progressBar = (title: string): Progress => {
  if (!process.stderr.isTTY) {
    let told = 0;
    return {
      update: (done, of) => {
        const quarter = of === 0 ? 4 : Math.floor((4 * done) / of);
        if (quarter > told) process.stdout.write(`${title}: ${done} of ${of}\n`);
        told = quarter;
      },
      end: () => undefined,
    };
  }
  const bar = new SingleBar({ format: `${title} {bar} {value}/{total}`, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  return {
    update: (done, of) => {
      // Not before there is something to show: until then others may have something to say.
      if (!bar.isActive) bar.start(of, done);
      bar.setTotal(of);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
};
