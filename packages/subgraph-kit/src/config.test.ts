import { readDivisionConfig } from "./config";

const url = "postgres://owner:hunter2@db:5432/here?sslmode=disable";
const read = (env: NodeJS.ProcessEnv) => readDivisionConfig("foreign-relations", env);

it("makes the division's database on the server of DATABASE_URL", () =>
  expect(read({ DATABASE_URL: url })).toEqual({
    ...{ host: "127.0.0.1", port: 0, logLevel: "info", serverUrl: url, erasuresFile: null },
    urls: Object.fromEntries(["owner", "writer", "reader"].map(role => [role, "postgres://owner:hunter2@db:5432/foreign_relations?sslmode=disable"])),
  }));

it("takes the division's own address before it, and logins of their own", () => {
  const env = { DATABASE_URL: url, FOREIGN_RELATIONS_DATABASE_URL: "postgres://a@b/c", FOREIGN_RELATIONS_WRITER_URL: "postgres://w@b/c", FOREIGN_RELATIONS_READER_URL: "postgres://r@b/c" };
  expect(read(env)).toMatchObject({ serverUrl: null, urls: { owner: "postgres://a@b/c", writer: "postgres://w@b/c", reader: "postgres://r@b/c" } });
});

it("takes an empty variable as one that is not given", () =>
  expect(read({ DATABASE_URL: url, FOREIGN_RELATIONS_DATABASE_URL: "", PORT: "", FOREIGN_RELATIONS_READER_URL: "" })).toMatchObject({ serverUrl: url, port: 0 }));

it("lists every fault at once, that no address is given among them, and prints no password", () => {
  const env = { PORT: "x", LOG_LEVEL: "loud", FOREIGN_RELATIONS_WRITER_URL: "mysql://w:hunter2@b/c" };
  expect(() => read(env)).toThrow(
    expect.objectContaining({
      faults: [
        expect.stringMatching(/^PORT is "x"/),
        expect.stringMatching(/^LOG_LEVEL is "loud"/),
        expect.stringMatching(/^FOREIGN_RELATIONS_WRITER_URL is set: /),
        expect.stringMatching(/^FOREIGN_RELATIONS_DATABASE_URL is not set: give it, or DATABASE_URL/),
      ],
      message: expect.not.stringContaining("hunter2"),
    }),
  );
});
