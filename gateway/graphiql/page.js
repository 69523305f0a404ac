/* global React, ReactDOM, GraphiQL, document, fetch, localStorage, location, URLSearchParams */

const element = (name, properties, ...children) => {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
};

const menu = document.getElementById("examples");

// A plain link opens an example: it can be bookmarked and sent, and GraphiQL keeps the other tabs by itself.
const listExamples = (examples, current) => {
  const entries = examples.map(({ name, title, note }) => {
    const link = element("a", { href: `/graphiql?operation=${encodeURIComponent(name)}` }, element("code", {}, name), title.en);
    if (note) link.append(element("small", {}, note));
    if (name === current) link.setAttribute("aria-current", "page");
    return element("li", {}, link);
  });
  document.getElementById("example-list").replaceChildren(...entries);
  menu.hidden = examples.length === 0;
};

const closeMenu = () => {
  menu.open = false;
};
document.addEventListener("click", event => {
  if (!menu.contains(event.target)) closeMenu();
});
menu.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !menu.open) return;
  closeMenu();
  menu.querySelector("summary").focus();
});

const tabOf = ({ text, variables }) => ({ query: text, variables: JSON.stringify(variables, null, 2) });

const welcome = "# Write a query here and press Ctrl-Enter, or Cmd-Enter, to run it.\n# The book on the left describes all there is to ask.\n\n{\n  __typename\n}\n";

const open = async () => {
  const response = await fetch("/graphiql/operations.json");
  const examples = response.ok ? await response.json() : [];
  const asked = new URLSearchParams(location.search).get("operation");
  // Who comes for the first time meets the first example instead of an empty page.
  const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;
  const example = examples.find(({ name }) => name === asked) ?? (isFirstVisit ? examples[0] : undefined);
  listExamples(examples, example?.name);

  const props = {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: welcome,
    defaultEditorToolsVisibility: "variables",
    ...(example && tabOf(example)),
  };
  ReactDOM.createRoot(document.getElementById("graphiql")).render(React.createElement(GraphiQL, props));
};

open().catch(error => {
  document.getElementById("graphiql").replaceChildren(element("p", { className: "loading" }, `The query editor could not be opened: ${error.message}`));
});
