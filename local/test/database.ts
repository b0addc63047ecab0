/**
 * The database server that tests run the app's tables on besides SQLite, or nothing: `AIMS_SQL` names it. Each of Jest's
 * workers has a database of its own, for a site that opens one empties it.
 */
export const databaseAddress: string | undefined =
  process.env.AIMS_SQL && `${process.env.AIMS_SQL}_${process.env.JEST_WORKER_ID ?? 1}`;
