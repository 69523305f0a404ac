import { everyUnion, fitsHeader, visitor, type Grant, type Viewer } from "@huu-nghi/identity";
import { headerOf, refuse, type HttpHandler, type HttpResponse, type Log } from "@huu-nghi/service-kit";
import type { ClaimedViewer, TokenCheck } from "./token-check";
import { TokenFault } from "./token-fault";
import type { UnionTree } from "./union-tree";

/** Whom a request's token named. */
export const viewerOf = (locals: Record<string, unknown>): Viewer => locals["viewer"] as Viewer;

/** With the unions below, where a grant holds for these too. Asks nobody for those that hold everywhere or nowhere. */
const withUnionsBelow = async ({ id, grants }: ClaimedViewer, unions: UnionTree): Promise<Viewer> => {
  const placed = grants.map(async ({ withBelow, ...grant }): Promise<Grant> => {
    const isNamed = grant.unions.length > 0 && !grant.unions.includes(everyUnion);
    return withBelow && isNamed ? { ...grant, unions: await unions.withBelow(grant.unions) } : grant;
  });
  return { id, grants: await Promise.all(placed) };
};

const answerFault = (response: HttpResponse, fault: TokenFault) => {
  const { reason, retryAfterSeconds } = fault;
  if (retryAfterSeconds !== undefined) return refuse(response.setHeader("retry-after", String(retryAfterSeconds)), 503, fault);
  refuse(response.setHeader("www-authenticate", `Bearer error="invalid_token", error_description="${reason}"`), 401, fault);
};

/** Finds out who asks, before anything else of a request is read. Without a token it is a visitor. */
export const admitViewers =
  (tokens: TokenCheck, unions: UnionTree, log: Log): HttpHandler =>
  async (request, response, next) => {
    try {
      const authorization = headerOf(request, "authorization");
      const viewer = authorization === undefined ? visitor : await withUnionsBelow(await tokens.check(authorization), unions);
      if (!fitsHeader(viewer)) throw new TokenFault("oversized");
      response.locals["viewer"] = viewer;
    } catch (error) {
      if (!(error instanceof TokenFault)) throw error;
      log.info({ requestId: response.locals["requestId"], reason: error.reason }, "a token was not taken");
      return answerFault(response, error);
    }
    next();
  };
