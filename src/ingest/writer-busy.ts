/** Another writer holds the lease; what was to be done is marked, so it is not lost. */
export class WriterBusy extends Error {}
