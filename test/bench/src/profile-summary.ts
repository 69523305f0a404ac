export interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

const shown = 25;

/** The last three parts of a path: which package, which file. */
const short = (url: string) => url.replace(/^file:\/\//, "").split("/").slice(-3).join("/");

/** A package of npm, a folder of ours, or Node itself. */
const partOf = (url: string) => {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (installed) return installed;
  const ours = /\/([^/]+)\/dist\/(?:([^/]+)\/)?[^/]+$/.exec(url);
  return ours ? [ours[1], ours[2]].filter(Boolean).join("/") : /^node:/.test(url) ? "node" : short(url);
};

const table = (title: string, spent: Map<string, number>, total: number) => [
  `\n${title}`,
  ...[...spent].sort(([, a], [, b]) => b - a).slice(0, shown).map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(6)} %  ${name}`),
];

/** Where a process spent its time once `skipMs` were over. */
export const summarize = ({ nodes, samples, timeDeltas }: Profile, skipMs: number): string => {
  const described = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const file = url === "" ? functionName || "(native code)" : short(url);
      const name = url === "" ? file : `${functionName || "(anonymous)"}  ${file}:${lineNumber + 1}`;
      return [id, { name, file, part: url === "" ? file : partOf(url) }];
    }),
  );
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)));
  const [self, files, parts, inclusive] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (spent: Map<string, number>, key: string, time: number) => void spent.set(key, (spent.get(key) ?? 0) + time);
  let total = 0;
  let passed = 0;
  samples.forEach((sample, index) => {
    const { name, file, part } = described.get(sample)!;
    const time = timeDeltas[index]!;
    passed += time;
    if (name === "(idle)" || passed < skipMs * 1000) return;
    total += time;
    add(self, name, time);
    add(files, file, time);
    add(parts, part, time);
    const above = new Set<string>();
    for (let node: number | undefined = sample; node !== undefined; node = parents.get(node)) above.add(described.get(node)!.name);
    for (const each of above) if (each !== "(root)") add(inclusive, each, time);
  });
  return [
    `${(total / 1e6).toFixed(1)} s of CPU, idle time left out`,
    ...table("Self time by function", self, total),
    ...table("Self time by file", files, total),
    ...table("Self time by package and folder", parts, total),
    ...table("Time by function, with all that it calls (up to the next wait)", inclusive, total),
  ].join("\n");
};
