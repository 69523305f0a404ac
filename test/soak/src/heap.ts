export interface Sample {
  minutes: number;
  megabytes: number;
}

/** How much it grows a minute, by the straight line that lies nearest to the samples. */
export const slopeOf = (samples: readonly Sample[]): number => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ minutes }) => minutes)), mean(samples.map(({ megabytes }) => megabytes))];
  const spread = samples.reduce((sum, { minutes }) => sum + (minutes - x) ** 2, 0);
  return spread === 0 ? 0 : samples.reduce((sum, { minutes, megabytes }) => sum + (minutes - x) * (megabytes - y), 0) / spread;
};
