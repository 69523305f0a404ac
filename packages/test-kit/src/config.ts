const variable = "HUU_NGHI_TEST_SERVER";

/** The superuser's address of the server that the tests of one run share: started before them, ended after them. */
export const announceTestServer = (superuserUrl: string) => {
  // Jest's workers are processes of their own; the environment is what they inherit.
  process.env[variable] = superuserUrl;
};

export const testServer = (): string => {
  const announced = process.env[variable];
  if (announced === undefined) throw new Error("No PostgreSQL was started for the tests. Run them by npm test, or with the jest configuration at the root.");
  return announced;
};
