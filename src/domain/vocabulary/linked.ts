import type { Catalogue } from '../../../controls';
import type { Field, Option } from './field';

/** The field by which work names the requirements that it serves. */
export const REQUIREMENTS_FIELD = 'aims-requirements';

/**
 * Fields of every issue type of an enrolled project. The options of *AIMS requirements* are the catalogue's requirements:
 * whoever needs them adds them.
 */
export const LINKED_FIELDS: readonly Field[] = [
  {
    key: REQUIREMENTS_FIELD,
    name: 'AIMS requirements',
    type: 'multiselect',
    help: 'The clauses and controls of ISO/IEC 42001 that this work serves; for a nonconformity, those that were not met. An AI system and a corrective action need none: what they count for follows from their links.',
    group: 'evidence',
    on: 'linked',
    fact: ['requirements'],
  },
  {
    key: 'evidence-effective-date',
    name: 'Evidence effective date',
    type: 'datepicker',
    help: 'The day from which this work proves something, such as the day of a signature, a test or a training. With it, finished work counts as a record.',
    group: 'evidence',
    on: 'linked',
    fact: ['effectiveOn'],
  },
  {
    key: 'evidence-review-due',
    name: 'Evidence review due',
    type: 'datepicker',
    help: 'The day by which somebody looks whether this proof still holds. After it the proof no longer counts until it is renewed.',
    group: 'evidence',
    on: 'linked',
    fact: ['reviewDue'],
  },
];

/** The options of *AIMS requirements*. The number leads a text, so that it can be told even while its id is unknown. */
export const requirementOptions = ({
  requirements,
  frameworks,
}: Pick<Catalogue, 'requirements' | 'frameworks'>): Option[] =>
  requirements.map(({ id, framework, number, title }) => {
    const prefix = frameworks.find((one) => one.id === framework)?.optionPrefix ?? '';
    return { key: id, text: `${prefix}${number} ${title}` };
  });
