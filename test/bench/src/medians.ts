export interface Spread {
  median: number;
  min: number;
  max: number;
}

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { median, min: sorted[0]!, max: sorted[sorted.length - 1]! };
};

const digits = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

export const written = ({ median, min, max }: Spread) => (min === max ? digits(median) : `${digits(median)} (${digits(min)}–${digits(max)})`);

/** The ratio in each round, so that what slows a whole round down does not count. */
export const ratios = (ours: readonly number[], theirs: readonly number[]) =>
  spreadOf(ours.flatMap((value, round) => (theirs[round] === undefined ? [] : [value / theirs[round]])));
