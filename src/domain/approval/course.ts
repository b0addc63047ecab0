import type { Day } from '../day';
import type { Act, Acted } from './entry';

/** An approved version. It is never edited; its content is that of its revision. */
export interface Version {
  /** Counted from 1. */
  version: number;
  revision: number;
  at: number;
  person: string | null;
  fingerprint: string;
  validUntil: Day | null;
  /** Whoever approved it had submitted it: possible only of settings, until the first Statement of Applicability is approved. */
  byOnePerson: boolean;
  /** What was so on the day of the approval; absent where nothing was kept. */
  annex?: unknown;
  withdrawn: { at: number; person: string | null; reason: string } | null;
}

/** How far a subject has come. */
export interface Course {
  /** `none`: nobody wrote anything; `draft`: written and not submitted; `settled`: nothing is written since the approval. */
  state: 'none' | 'draft' | 'submitted' | 'settled';
  /** The newest one, 0 for none: whoever acts names it, so that nobody acts on what they did not see. */
  revision: number;
  /** While it is submitted: by whom and when. */
  submitted: { at: number; person: string | null } | null;
  /** Since it was returned, until it is submitted again: why. */
  returned: { at: number; person: string | null; reason: string } | null;
  /** Oldest first. */
  versions: readonly Version[];
}

const NOT_BEGUN: Course = { state: 'none', revision: 0, submitted: null, returned: null, versions: [] };

/** What everybody did, put together. Pure. @param acted in the order of their revisions */
export const courseOf = (acted: readonly Acted[]): Course => acted.reduce(after, NOT_BEGUN);

function after(course: Course, acted: Acted): Course {
  const { revision, at, person } = acted;
  switch (acted.act) {
    case 'drafted':
      return { ...course, revision, state: 'draft' };
    case 'submitted':
      return { ...course, revision, state: 'submitted', submitted: { at, person }, returned: null };
    case 'taken-back':
      return { ...course, revision, state: 'draft', submitted: null };
    case 'returned':
      return {
        ...course,
        revision,
        state: 'draft',
        submitted: null,
        returned: { at, person, reason: acted.reason ?? '' },
      };
    case 'approved':
      return {
        ...course,
        revision,
        state: 'settled',
        submitted: null,
        versions: [...course.versions, versionOf(acted, course)],
      };
    case 'withdrawn':
      return {
        ...course,
        revision,
        versions: course.versions.map((version) =>
          version.revision === acted.about
            ? { ...version, withdrawn: { at, person, reason: acted.reason ?? '' } }
            : version,
        ),
      };
  }
}

const versionOf = (
  { revision, at, person, fingerprint, validUntil, annex }: Acted,
  { submitted, versions }: Course,
): Version => ({
  version: versions.length + 1,
  revision,
  at,
  person,
  fingerprint: fingerprint ?? '',
  validUntil,
  byOnePerson: person !== null && submitted?.person === person,
  ...(annex === undefined ? {} : { annex }),
  withdrawn: null,
});

/** The version that counts: the newest whose approval was not withdrawn; null where there is none. */
export const inForce = ({ versions }: Pick<Course, 'versions'>): Version | null =>
  versions.filter(({ withdrawn }) => withdrawn === null).at(-1) ?? null;

/** From which states an act is possible: what is submitted is locked, and only what is submitted can be approved. */
const FROM: Readonly<Record<Act, readonly Course['state'][]>> = {
  drafted: ['none', 'draft', 'settled'],
  submitted: ['draft', 'settled'],
  'taken-back': ['submitted'],
  returned: ['submitted'],
  approved: ['submitted'],
  withdrawn: ['none', 'draft', 'submitted', 'settled'],
};

export const isPossible = (act: Act, { state }: Pick<Course, 'state'>): boolean => FROM[act].includes(state);
