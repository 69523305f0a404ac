const serverVariable = "HUU_NGHI_TEST_SERVER";
const logVariable = "HUU_NGHI_TEST_LOG";

const announced = (variable: string, what: string): string => {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${what} for the tests. Run them by npm test, or with the jest configuration at the root.`);
  return value;
};

/** Sets a variable, as a user would, for what reads it later in the same test. */
export const setVariable = (variable: string, value: string) => {
  process.env[variable] = value;
};

/** The superuser's address of the server that the tests of one run share: started before them, ended after them. */
export const announceTestServer = (superuserUrl: string) => {
  // Jest's workers are processes of their own; the environment is what they inherit.
  process.env[serverVariable] = superuserUrl;
};

export const testServer = (): string => announced(serverVariable, "No PostgreSQL was started");

/** The folder that keeps what every process under test logs. */
export const announceTestLog = (folder: string) => {
  process.env[logVariable] = folder;
};

export const testLogFolder = (): string => announced(logVariable, "No folder for logs was made");

/** Loads something that reads once, when it is loaded, whether this is production. */
export const inProduction = (load: () => unknown) => {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  load();
  process.env.NODE_ENV = NODE_ENV;
};
