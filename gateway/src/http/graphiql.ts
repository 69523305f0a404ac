import { dirname, join } from "node:path";
import { operations } from "@huu-nghi/contract";
import type { HttpHandler } from "@huu-nghi/service-kit";
import express, { type Express, type RequestHandler } from "express";
import { parse, validate, type GraphQLSchema } from "graphql";
import { mayExplore } from "../limits/introspection-access";
import { viewerOf } from "../viewer/admission";

const folderOf = (packageName: string, folder: string) => join(dirname(require.resolve(`${packageName}/package.json`)), folder);

// Served from our own packages, so that the page works where there is no internet.
const libraries = [
  { file: "graphiql.min.js", root: folderOf("graphiql", "") },
  { file: "graphiql.min.css", root: folderOf("graphiql", "") },
  { file: "react.production.min.js", root: folderOf("react", "umd") },
  { file: "react-dom.production.min.js", root: folderOf("react-dom", "umd") },
];

const page = join(__dirname, "../../graphiql");

// The browser itself refuses what is not from here; the page's own styles are set by script, hence unsafe-inline.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** To all others it is as if there were no such page. */
const adminsOnly: RequestHandler = (_request, response, next) => (mayExplore(viewerOf(response.locals)) ? next() : next("router"));

export interface GraphiqlOptions {
  schema: () => GraphQLSchema | undefined;
  /** Finds out who asks, where the pages are for admins only; without it they are for everybody. */
  identify?: HttpHandler[] | undefined;
}

/** GraphiQL at /graphiql, with those operations of the contract as examples that the schema can answer. */
export const graphiqlPages = (app: Express, { schema, identify }: GraphiqlOptions) => {
  const fits = (text: string) => {
    const current = schema();
    return current !== undefined && validate(current, parse(text)).length === 0;
  };
  const pages = express.Router();
  if (identify) pages.use(...identify, adminsOnly);
  else app.get("/", (_request, response) => response.redirect("/graphiql"));
  pages.get("/operations.json", (_request, response) => void response.json(operations().filter(({ text }) => fits(text))));
  for (const { file, root } of libraries) {
    // `root` keeps express from taking a folder with a dot, such as the package store's, for a hidden file.
    pages.get(`/${file}`, (_request, response) => response.sendFile(file, { root, ...(!identify && { maxAge: "1 day" }) }));
  }
  pages.get("/", (_request, response) => response.set("content-security-policy", policy).sendFile("index.html", { root: page }));
  pages.use(express.static(page, { index: false }));
  app.use("/graphiql", pages);
};
