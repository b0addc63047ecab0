/**
 * The closed registry of errors that cross a border of the app. `message` says what is so, `remedy` what to do about it;
 * both are for people. What caused it stays in the log, tied by `ref`.
 */
export const ERRORS = {
  'not-allowed': {
    fault: 'user',
    message: 'You do not have the permission that this needs.',
    remedy: 'Ask a Jira administrator to grant it under global permissions.',
    retry: false,
  },
  'other-place': {
    fault: 'user',
    message: 'This asks about another project, issue or page than the one that it is asked from.',
    remedy: 'Reload the page and try again from there.',
    retry: false,
  },
  'figures-of-organisation': {
    fault: 'user',
    message: 'This requirement is met once for the whole organisation, whose figures you may not see.',
    remedy: 'Ask a Jira administrator for the permission “View AIMS figures”.',
    retry: false,
  },
  'project-not-visible': {
    fault: 'user',
    message: 'The project does not exist, or you may not see it.',
    remedy: 'Check the project, or ask its administrator for access.',
    retry: false,
  },
  'input-invalid': {
    fault: 'user',
    message: 'The request is not in the form that this needs.',
    remedy: 'Reload the page and try again. If you call the app yourself, compare with the documented form.',
    retry: false,
  },
  'requirement-unknown': {
    fault: 'user',
    message: 'There is no such requirement in ISO/IEC 42001.',
    remedy: 'Use the number of a leaf clause such as 9.2.2 or of an Annex A control such as A.6.2.4.',
    retry: false,
  },
  'clause-not-excludable': {
    fault: 'user',
    message: 'Clauses 4 to 10 cannot be excluded.',
    remedy: 'Decide on applicability for Annex A controls only.',
    retry: false,
  },
  'reason-missing': {
    fault: 'user',
    message: 'A decision needs its reason.',
    remedy: 'Write down why, then save again.',
    retry: false,
  },
  'decisions-incomplete': {
    fault: 'user',
    message: 'Not every control has a decision with a reason.',
    remedy: 'Decide the remaining controls, then approve.',
    retry: false,
  },
  'not-independent': {
    fault: 'user',
    message: 'Whoever owns or is assigned to the linked items cannot conclude on them (9.2.2).',
    remedy: 'Let somebody who did not do the work record the conclusion.',
    retry: false,
  },
  'ai-system-unknown': {
    fault: 'user',
    message: 'There is no such AI system in the register.',
    remedy: 'Check that the issue is of the type AI system in an enrolled project.',
    retry: false,
  },
  'project-team-managed': {
    fault: 'user',
    message:
      'Team-managed projects cannot take the AIMS configuration: Jira gives apps no way to add issue types and workflows there.',
    remedy:
      'Choose a company-managed project or let Plumbline create one. Issues of this project can still be linked through the issue context.',
    retry: false,
  },
  'plan-stale': {
    fault: 'user',
    message: 'Jira changed after the plan was made; nothing of the remaining steps was applied.',
    remedy: 'Look at the new plan and press Apply again.',
    retry: false,
  },
  'plan-refused': {
    fault: 'user',
    message: 'The plan holds a step that cannot be done.',
    remedy: 'Resolve what the plan names, then plan again.',
    retry: false,
  },
  'setup-not-started': {
    fault: 'user',
    message: 'The project is not set up for the AIMS yet.',
    remedy: 'Open Setup as an administrator, look at the plan and apply it.',
    retry: false,
  },
  'import-unknown': {
    fault: 'user',
    message: 'There is no such import.',
    remedy: 'Start the import again from the file.',
    retry: false,
  },
  'import-busy': {
    fault: 'user',
    message: 'This import is being applied.',
    remedy: 'Wait until it is done; its progress is shown on the page.',
    retry: false,
  },
  'import-mapping-invalid': {
    fault: 'user',
    message: 'The file does not fit the mapping.',
    remedy: 'Compare the column headers of the file with those of the mapping.',
    retry: false,
  },
  'import-too-large': {
    fault: 'user',
    message: 'The file is larger than an import may be.',
    remedy: 'Split it into files of at most 20 MB.',
    retry: false,
  },
  'jira-forbidden': {
    fault: 'site',
    message: 'Jira refused this to the app.',
    remedy: 'Check that the app still has its permissions, or retry the step as yourself.',
    retry: false,
  },
  'jira-not-found': {
    fault: 'site',
    message: 'Something that the app expected in Jira is not there any more.',
    remedy: 'Look at the plan in Setup: it shows what is missing.',
    retry: false,
  },
  'jira-conflict': {
    fault: 'site',
    message: 'Jira is busy with another change of its configuration.',
    remedy: 'Wait a moment; the app tries again by itself.',
    retry: true,
  },
  'jira-rate-limited': {
    fault: 'site',
    message: 'Jira asks the app to slow down.',
    remedy: 'Nothing to do: the work goes on when the limit is lifted.',
    retry: true,
  },
  'jira-unavailable': {
    fault: 'site',
    message: 'Jira did not answer.',
    remedy: 'Try again in a few minutes.',
    retry: true,
  },
  'jira-rejected': {
    fault: 'site',
    message: 'Jira did not accept the request.',
    remedy: 'Read what Jira said, mend it and try again.',
    retry: false,
  },
  'jira-answer-unexpected': {
    fault: 'us',
    message: 'Jira answered in a form that the app does not know.',
    remedy: 'Report this with the reference below.',
    retry: false,
  },
  'confluence-absent': {
    fault: 'site',
    message: 'The app is not connected to Confluence.',
    remedy: 'A site administrator can connect it under the installed apps of Confluence.',
    retry: false,
  },
  'confluence-forbidden': {
    fault: 'site',
    message: 'Confluence refused this to the app.',
    remedy: 'Check that the app may see the space and that the page is not restricted to others.',
    retry: false,
  },
  'confluence-not-found': {
    fault: 'site',
    message: 'Something that the app expected in Confluence is not there any more.',
    remedy: 'Check that the page was not deleted and that the app may see it.',
    retry: false,
  },
  'confluence-conflict': {
    fault: 'site',
    message: 'The page changed meanwhile.',
    remedy: 'Reload the page and try again.',
    retry: true,
  },
  'confluence-rate-limited': {
    fault: 'site',
    message: 'Confluence asks the app to slow down.',
    remedy: 'Nothing to do: the work goes on when the limit is lifted.',
    retry: true,
  },
  'confluence-unavailable': {
    fault: 'site',
    message: 'Confluence did not answer.',
    remedy: 'Try again in a few minutes.',
    retry: true,
  },
  'confluence-rejected': {
    fault: 'site',
    message: 'Confluence did not accept the request.',
    remedy: 'Read what Confluence said, mend it and try again.',
    retry: false,
  },
  'confluence-answer-unexpected': {
    fault: 'us',
    message: 'Confluence answered in a form that the app does not know.',
    remedy: 'Report this with the reference below.',
    retry: false,
  },
  'page-not-visible': {
    fault: 'user',
    message: 'The page does not exist, or you may not see it.',
    remedy: 'Check the page, or ask its owner for access.',
    retry: false,
  },
  'policy-macro-missing': {
    fault: 'user',
    message: 'The page holds no AI policy macro with a text in it.',
    remedy: 'Insert the macro “AI policy”, write the policy inside it, publish the page, then approve.',
    retry: false,
  },
  'policy-moved-on': {
    fault: 'user',
    message: 'The page has a newer version than the one that you looked at.',
    remedy: 'Reload the page, read the newest version, then approve.',
    retry: false,
  },
  'policy-own-text': {
    fault: 'user',
    message: 'Whoever wrote a part of the policy since its last approval cannot approve it.',
    remedy: 'Let somebody approve who may decide in the AIMS and did not edit the text.',
    retry: false,
  },
  'policy-not-approved': {
    fault: 'user',
    message: 'This is not the approved version of the AI policy.',
    remedy: 'Reload the page and read the approved version.',
    retry: false,
  },
  preparing: {
    fault: 'us',
    message: 'The app is preparing its storage.',
    remedy: 'Wait a few seconds and reload.',
    retry: true,
  },
  internal: {
    fault: 'us',
    message: 'The app could not do this.',
    remedy: 'Try again. If it stays so, report it with the reference below.',
    retry: true,
  },
} as const satisfies Record<string, { fault: 'user' | 'site' | 'us'; message: string; remedy: string; retry: boolean }>;

export type ErrorCode = keyof typeof ERRORS;

/** An error of the registry. `data` holds facts for the person who reads it; `cause` goes to the log only. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly data: { detail?: string; retryAfterSeconds?: number; status?: number } = {},
    cause?: unknown,
  ) {
    super(data.detail ? `${ERRORS[code].message} ${data.detail}` : ERRORS[code].message, { cause });
  }

  get remedy(): string {
    return ERRORS[this.code].remedy;
  }
}
