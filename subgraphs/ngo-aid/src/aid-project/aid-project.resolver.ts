import { CountryCode, Open, PageArgs, pageOf, published, RequestScope } from "@huu-nghi/subgraph-kit";
import { Arg, Args, ArgsType, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { ForeignNgo, ForeignNgos } from "../foreign-ngo";
import { AidProject } from "./aid-project";
import { AidProjects } from "./aid-projects";
import { ProjectLocality, ProjectNgo, ProjectSector } from "./project-share";

const AidProjectPage = pageOf(AidProject, "AidProject");

@ArgsType()
class AidProjectArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Of exactly this union. When neither it nor a sector, locality or NGO is given, demo projects are left out." })
  union?: string | null;

  @Field(() => CountryCode, { nullable: true, description: "Paid for by an NGO of this country." })
  country?: string | null;

  @Field(() => String, { nullable: true, description: "Code of a sector that its money goes to." })
  sector?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of a locality where it works." })
  locality?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of an NGO that pays for it." })
  ngo?: string | null;

  @Field(() => String, { nullable: true, description: "Whose code or title contains this, in either language; accents and case do not matter." })
  text?: string | null;
}

@ArgsType()
class NgoProjectArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Of exactly this union." })
  union?: string | null;
}

@Resolver(() => AidProject)
export class AidProjectResolver {
  constructor(private readonly scope: RequestScope) {}

  @Open(published)
  @Query(() => AidProject, { nullable: true, description: "One aid project; null when there is none with this id." })
  aidProject(@Arg("id", () => ID, { description: "Its id." }) id: string) {
    return this.scope.get(AidProjects).byId.load(id);
  }

  @Open(published)
  @Query(() => AidProjectPage, { nullable: true, description: "Aid projects, the ones that began last first." })
  aidProjects(@Args(() => AidProjectArgs) { union, country, sector, locality, ngo, text, ...page }: AidProjectArgs) {
    return this.scope.get(AidProjects).page({ unionId: union, country, sector, locality, ngo, text }, page);
  }

  @FieldResolver(() => [ForeignNgo], { description: "The NGOs that pay for it, the largest share first." })
  async ngos(@Root() { id }: AidProject) {
    const shares = await this.scope.get(AidProjects).ngos.load(id);
    return this.scope.get(ForeignNgos).byId.loadMany(shares.map(({ ngoId }) => ngoId));
  }

  @FieldResolver(() => [ProjectNgo], { description: "The NGOs that pay for it with their shares, the largest first." })
  ngoShares(@Root() { id }: AidProject) {
    return this.scope.get(AidProjects).ngos.load(id);
  }

  @FieldResolver(() => [ProjectSector], { description: "The sectors that its money goes to, the largest share first." })
  sectors(@Root() { id }: AidProject) {
    return this.scope.get(AidProjects).sectors.load(id);
  }

  @FieldResolver(() => [ProjectLocality], { description: "Where it works, the largest share first." })
  localities(@Root() { id }: AidProject) {
    return this.scope.get(AidProjects).localities.load(id);
  }
}

@Resolver(() => ForeignNgo)
export class NgoProjectsResolver {
  constructor(private readonly scope: RequestScope) {}

  @FieldResolver(() => AidProjectPage, { nullable: true, description: "The projects that it pays for, alone or with others; the ones that began last first." })
  projects(@Root() { id }: ForeignNgo, @Args(() => NgoProjectArgs) { union, ...page }: NgoProjectArgs) {
    return this.scope.get(AidProjects).ofNgo(id, { unionId: union }, page);
  }
}
