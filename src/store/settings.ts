import { ORGANISATION } from '../domain/coverage/cell';

/** Settings that change figures are one object, of the organisation. */
export const SETTINGS = { kind: 'settings', subject: ORGANISATION } as const;
