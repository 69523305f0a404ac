import { testLog } from "@huu-nghi/test-kit";
import { buildSchema, graphql } from "graphql";
import { composeSupergraph } from "../supergraph/composition";
import { startGateway, type GatewayOptions } from "../gateway";
import { services, startAnswering } from "../small-graph.fixture";

const sdl = `
  scalar JSON
  enum Genre { NOVEL POEM }
  input Filter { title: String, genre: Genre, within: Filter, lengths: [Int!] }
  type Query {
    book(id: ID, filter: Filter, genre: Genre, like: JSON): Book
    books(first: Int = 20, last: Int, filter: Filter): Books
    shelf: [Book!]
  }
  type Mutation { lend(id: ID!): Book }
  type Books { totalCount: Int nodes: [Book!] edges: [Edge!] }
  type Edge { cursor: String node: Book }
  type Book { id: ID! title: String genre: Genre next: Book related: [Book!] copies(first: Int = 20): Books }
`;

export const librarySupergraph = (url: string) => composeSupergraph([{ name: "library", url, sdl }]).supergraphSdl;

const schema = buildSchema(sdl);
const book = { id: "1", title: "Truyện Kiều", genre: "POEM", copies: { totalCount: 0, nodes: [], edges: [] } };
const rootValue = { book: { ...book, next: book, related: [book] }, books: book.copies, shelf: [book], lend: book };

/** Gateways over a library that answers after a while if it is told so, and keeps what it was asked. */
export const libraries = () => {
  const { keep, close } = services();
  const startLibrary = async ({ delayMs = 0, title = book.title } = {}) => {
    const asked: string[] = [];
    const answer = async (body: string) => {
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      const result = await graphql({ schema, source: query, rootValue: { ...rootValue, book: { ...rootValue.book, title } }, variableValues: variables });
      if (delayMs > 0) await new Promise(resolve => void setTimeout(resolve, delayMs).unref());
      return JSON.stringify(result);
    };
    const library = await keep(startAnswering((request, response) => {
      if (request.method === "GET") return void response.end('{"status":"ready"}');
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
        const body = Buffer.concat(chunks).toString();
        asked.push(body);
        void answer(body).then(text => response.writeHead(200, { "content-type": "application/json" }).end(text));
      });
    }));
    return { ...library, asked };
  };
  const start = async (options: Partial<GatewayOptions> = {}, library: Parameters<typeof startLibrary>[0] = {}) => {
    const { url: libraryUrl, asked } = await startLibrary(library);
    const gateway = await keep(startGateway({ supergraphSdl: librarySupergraph(libraryUrl), log: testLog("gateway"), ...options }));
    return { url: gateway.url, asked, gateway };
  };
  return { start, startLibrary, keep, close };
};
