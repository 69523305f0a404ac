/** The server that the tests of one run share: started before them, ended after them. */
export interface TestServer {
  superuserUrl: string;
  /** The logins of a division's roles; each test has a database of its own under them. */
  roles: Record<string, { ownerUrl: string; writerUrl: string; readerUrl: string }>;
}

const variable = "HUU_NGHI_TEST_SERVER";

/** Jest's workers are processes of their own; the environment is what they inherit. */
export const announceTestServer = (server: TestServer) => {
  process.env[variable] = JSON.stringify(server);
};

export const testServer = (): TestServer => {
  const announced = process.env[variable];
  if (announced === undefined) throw new Error("No PostgreSQL was started for the tests. Run them by npm test, or with the jest configuration at the root.");
  return JSON.parse(announced) as TestServer;
};
