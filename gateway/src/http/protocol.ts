import type { ApolloServerPlugin } from "@apollo/server";
import { Problem, refuse, type HttpHandler } from "@huu-nghi/service-kit";
import Negotiator from "negotiator";

const olderForm = "application/json";
// A page can send these with a query by GET, which changes nothing and for which no browser adds a token by itself; what a
// page loads by its address alone (an image, a frame, a link) has other ones.
const formsOfAnswers = [olderForm, "application/graphql-response+json"];

/** Takes a query by GET from whoever says that a GraphQL answer is wanted; others have to show that no page sends them. */
export const takeGets: HttpHandler = (request, _response, next) => {
  if (request.method === "GET" && new Negotiator(request).mediaTypes().some(form => formsOfAnswers.includes(form.toLowerCase()))) request.headers["apollo-require-preflight"] = "true";
  next();
};

// As the server sends them: a client that asks for one with another parameter does not take ours.
const sentForms = formsOfAnswers.map(form => `${form}; charset=utf-8`);

/** Refuses whoever takes no form that answers have; the server would do so too, but only once a change has been made. */
export const refuseOtherForms: HttpHandler = (request, response, next) => {
  if (request.method !== "POST" || !request.headers.accept || new Negotiator(request).mediaType(sentForms) !== undefined) return next();
  refuse(response, 406, new Problem("BAD_USER_INPUT", `Answers are ${formsOfAnswers.join(" or ")} here, and the Accept header takes neither.`));
};

// What is refused for its cost keeps its status: caches and proxies have to see it.
const misfits: unknown[] = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"];

/**
 * In the protocol's older form, which a client may ask for alone, a status tells of HTTP only: a document or a variable
 * that does not fit the schema is answered with 200 there, and with 400 to everybody else.
 */
export const keepOlderForm: ApolloServerPlugin = {
  requestDidStart: async ({ request: { http } }) => ({
    willSendResponse: async ({ response }) => {
      if (http?.method !== "POST" || http.headers.get("accept") !== olderForm || response.http.status !== 400) return;
      const errors = response.body.kind === "single" ? response.body.singleResult.errors : undefined;
      if (misfits.includes(errors?.[0]?.extensions?.["code"])) response.http.status = 200;
    },
  }),
};
