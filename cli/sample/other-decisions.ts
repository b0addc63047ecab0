import type { Input } from '../../src/contract/procedures';

const no = (question: string, reason: string) => ({ question, answer: 'no' as const, reason });

/** Why the estimate of flood exposure needs no impact assessment. */
export const FLOOD_TRIAGE: Input<'triage.edit'>['answers'] = [
  no(
    'chances',
    'It looks at commercial buildings; nobody’s cover or price follows from it before an underwriter decides.',
  ),
  no('health-safety', 'The worst wrong result is an exposure that is too low by a class, seen at the next survey.'),
  no('watching', 'Satellite images at ten metres a pixel show roofs and rivers; no person can be made out.'),
  no('sensitive-data', 'Images, elevations and addresses of companies go in; no data about people does.'),
  no('vulnerable', 'It is about commercial property and is read by four underwriters.'),
  no('autonomy', 'An underwriter compares every estimate with the survey and changes about one in ten.'),
  no('reach', 'About 300 companies a year; an error stays in one offer.'),
  no('undoing', 'A company sees its class in the offer, asks its broker, and gets a survey within two weeks.'),
  no('novelty', 'Flood models of this kind are in use at most insurers; we use it as its supplier describes.'),
];

/** One platform keeps the logs of every AI system whose logs are the insurer's to keep. */
export const LOGGING_IN_COMMON = {
  requirementId: 'iso42001/A.6.2.8',
  systems: { which: 'condition', condition: 'control-logs' },
  note: 'The log platform of IT; bought services without logs of ours are not on it.',
} as const;
