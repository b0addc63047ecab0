import { ORGANISATION } from '../domain/coverage/cell';

/** Risk criteria are one object, of the organisation. */
export const CRITERIA = { kind: 'criteria', subject: ORGANISATION } as const;
