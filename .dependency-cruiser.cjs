/** The arrows of this codebase. See CONTRIBUTING.md. */
const source = path => ({ path: `^${path}/` });
const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    never("no-circles", "Two files that need each other are one file.", {}, { circular: true }),
    never("divisions-stay-apart", "A division names what another owns by its key, and the gateway joins.", { path: "^subgraphs/([^/]+)/" }, { path: "^subgraphs/([^/]+)/", pathNot: "^subgraphs/$1/" }),
    never("domains-by-their-index", "What a domain shows to others of its division stands in its index.", { path: "^subgraphs/([^/]+)/src/([^/]+)/" }, { path: "^subgraphs/$1/src/([^/]+)/", pathNot: ["^subgraphs/$1/src/$2/", "/index\\.ts$"] }),
    never("packages-know-nobody-above", "What is said once is said for every division, and for any gateway.", { path: "^packages/" }, { path: "^(subgraphs|gateway|test)/" }),
    never("service-kit-knows-no-kit", "What every process says comes before what a subgraph says.", source("packages/service-kit"), { path: "^packages/(subgraph-kit|test-kit|postgres|launcher)/|^gateway/" }),
    never("reference-knows-nobody", "Facts of the world depend on nothing.", source("packages/reference"), { path: "^(packages/(?!reference/)|gateway/|subgraphs/)" }),
    never("gateway-knows-no-division", "The supergraph file is all that the gateway knows of divisions.", { path: "^gateway/" }, { path: "^subgraphs/|^packages/(subgraph-kit|launcher|postgres)/" }),
    never("divisions-use-the-kit", "A division's process and database are the kit's business.", { path: "^subgraphs/[^/]+/src/", pathNot: "\\.(test|fixture)\\.ts$" }, { path: "^(gateway|packages/(service-kit|test-kit|postgres|launcher))/|node_modules/(pg|express|@apollo)/" }),
    never("only-services-have-sql", "A resolver asks its service.", { path: "^subgraphs/.*\\.resolver\\.ts$" }, { path: "node_modules/(typeorm|dataloader)/" }),
    never("services-know-no-graphql-types", "A service answers its division, whatever the schema looks like.", { path: "^subgraphs/[^/]+/src/([a-z-]+)/[a-z-]+s\\.ts$", pathNot: "((measures|data|resolver|migration|test)|/congress)\\.ts$" }, { path: "node_modules/type-graphql/" }),
    never("tests-are-not-code", "Code that runs needs no test.", { pathNot: "\\.(test|fixture)\\.ts$|^packages/test-kit/|^test/" }, { path: "^packages/test-kit/|\\.(test|fixture)\\.ts$" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: true,
  },
};
