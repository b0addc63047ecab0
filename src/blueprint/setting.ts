import type { Identity } from '../jira/request';
import type { Observed } from './observed';
import type { Wanted } from './wanted/wanted';

/** What a step needs: the site as it was just seen, and in whose name to act. */
export interface Setting {
  wanted: Wanted;
  observed: Observed;
  as: Identity;
}
