import { dirname, join } from "node:path";
import { operations } from "@huu-nghi/contract";
import express, { type Express } from "express";
import { parse, validate, type GraphQLSchema } from "graphql";

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

/** GraphiQL at /graphiql, with those operations of the contract as examples that the schema can answer. */
export const graphiqlPages = (app: Express, schema: () => GraphQLSchema | undefined) => {
  const fits = (text: string) => {
    const current = schema();
    return current !== undefined && validate(current, parse(text)).length === 0;
  };
  app.get("/", (_request, response) => response.redirect("/graphiql"));
  app.get("/graphiql/operations.json", (_request, response) => void response.json(operations().filter(({ text }) => fits(text))));
  for (const { file, root } of libraries) {
    // `root` keeps express from taking a folder with a dot, such as the package store's, for a hidden file.
    app.get(`/graphiql/${file}`, (_request, response) => response.sendFile(file, { root, maxAge: "1 day" }));
  }
  app.get("/graphiql", (_request, response) => response.set("content-security-policy", policy).sendFile("index.html", { root: page }));
  app.use("/graphiql", express.static(page, { index: false }));
};
