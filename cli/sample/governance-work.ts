import type { PersonRef, SampleIssue } from './sample-issue';

/** Work and records of the organisation itself; most lie in the project Underwriting, which runs the AIMS. */

function task(
  ref: string,
  summary: string,
  assignee: PersonRef,
  path: readonly string[],
  ...requirements: string[]
): SampleIssue {
  return { ref, project: 'UW', type: 'Task', summary, assignee, requirements, path };
}

/** A record: done, with the day from which it counts. */
function record(
  ref: string,
  summary: string,
  assignee: PersonRef,
  effective: number,
  ...requirements: string[]
): SampleIssue {
  return {
    ...task(ref, summary, assignee, ['Done'], ...requirements),
    fields: { 'Evidence effective date': { day: effective } },
  };
}

export const GOVERNANCE_WORK: readonly SampleIssue[] = [
  task('context', 'Describe the context of the company and what it means for AI', 'ines', ['Done'], '4.1'),
  task('parties', 'List interested parties and what they expect of our AI', 'ines', ['Done'], '4.2'),
  task('scope', 'Write the scope of the AI management system', 'ines', ['In Progress'], '4.3'),
  task('leadership', 'Board resolution on the AI management system', 'sofia', ['Done'], '5.1'),
  task('roles', 'Name the roles for AI and tell the people', 'ines', ['Done'], '5.3', 'A.3.2'),
  record('risk-programme', 'Risks and opportunities of the AI management system', 'ines', -90, '6.1.1'),
  task('changes', 'Agree how changes of the management system are planned', 'ines', ['In Progress'], '6.3'),
  task('resources', 'Plan people and budget for next year', 'sofia', [], '7.1'),
  record('competence', 'Training records: AI literacy of underwriting and claims', 'lena', -150, '7.2'),
  task('communication', 'Set up the communication plan', 'ines', ['In Progress'], '7.4'),
  task('documents', 'Templates and naming of documents', 'pavel', ['Done'], '7.5.2'),
  task('archive', 'Access and retention of documents', 'pavel', [], '7.5.3'),
  record('operations', 'Minutes of the AI steering group', 'sofia', -30, '8.1'),
  record('metrics', 'Half-yearly report on the AI objectives', 'ines', -430, '9.1'),
  task('audit-general', 'Agree criteria and independence of internal audits', 'sofia', ['Done'], '9.2.1'),
  record('audit-report', 'Internal audit of the AI management system', 'ruth', -80, '9.2.2'),
  task('review-plan', 'Put the management review on the board calendar', 'sofia', [], '9.3.1'),
  record('review-results', 'Results of the management review', 'sofia', -400, '9.3.3'),
  task('improvement', 'Register of improvements', 'ines', ['Done'], '10.1'),
  task('other-policies', 'Compare the AI policy with the privacy and security policies', 'ines', ['Done'], 'A.2.3'),
  task('policy-review', 'Yearly review of the AI policy', 'ines', ['In Progress'], 'A.2.4'),
  task('concerns', 'Open the reporting channel for concerns about AI', 'lena', ['Done'], 'A.3.3'),
  task('impact-process', 'Agree how impact assessments are done', 'ines', ['Done'], 'A.5.2'),
  task('external-reports', 'Open a way for customers and brokers to report harm done by our AI', 'sofia', [], 'A.8.3'),
  task('suppliers', 'Questions to suppliers of AI', 'kofi', ['Done'], 'A.10.3'),
  task('suppliers-renewal', 'Put AI clauses into running contracts', 'kofi', ['In Progress'], 'A.10.3'),
];
