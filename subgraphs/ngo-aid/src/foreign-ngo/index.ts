import { defineDomain, published, reference } from "@huu-nghi/subgraph-kit";
import { CreateForeignNgo1764000023000 } from "./1764000023000-create.migration";
import { NameNgoRepresentatives1764400012003 } from "./1764400012003-name-representatives.migration";
import { ForeignNgo, ForeignNgoAlias } from "./foreign-ngo";
import { foreignNgoRecords, registrationRecords } from "./foreign-ngo.data";
import { foreignNgoDemo } from "./foreign-ngo.demo";
import { ngoMeasures } from "./foreign-ngo.measures";
import { ForeignNgoResolver } from "./foreign-ngo.resolver";
import { ForeignNgos } from "./foreign-ngos";
import { NgoRepresentative, ngoRepresentativeHolding } from "./ngo-representative";
import { Registration, RegistrationArea } from "./registration";

export { DonorKind, ForeignNgo } from "./foreign-ngo";
export { ForeignNgoPage, NgosAtWorkArgs } from "./foreign-ngo.resolver";
export { ForeignNgos } from "./foreign-ngos";
export { Registration } from "./registration";

export const foreignNgos = defineDomain({
  tables: [ForeignNgo, ForeignNgoAlias, Registration, RegistrationArea, NgoRepresentative],
  resolvers: [ForeignNgoResolver],
  references: [reference(ForeignNgo, { open: published }, (scope, { id }: { id: string }) => scope.get(ForeignNgos).byId.load(id))],
  migrations: [CreateForeignNgo1764000023000, NameNgoRepresentatives1764400012003],
  personalData: [ngoRepresentativeHolding],
  measures: ngoMeasures,
  records: [foreignNgoRecords, registrationRecords],
  demo: foreignNgoDemo,
});
