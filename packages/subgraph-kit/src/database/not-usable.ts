import { OperatorFault } from "@huu-nghi/service-kit";

/** A database that cannot be used as it is; the text says what its administrator has to do. */
export class DatabaseNotUsable extends OperatorFault {}

// A name with several addresses fails with one error for each, and none of its own.
const reasonOf = (error: Error & { code?: string; errors?: Error[] }) => error.message || error.errors?.map(each => each.message).join(", ") || error.code;

/** Where no connection was made, and why; the URL's password stays out of it. */
export const notLetIn = (url: string, error: Error): DatabaseNotUsable => {
  const { hostname, port, pathname, username } = new URL(url);
  const user = username ? ` as ${decodeURIComponent(username)}` : "";
  return new DatabaseNotUsable(`PostgreSQL at ${hostname}:${port || 5432}${pathname} does not let us in${user}: ${reasonOf(error)}`);
};
