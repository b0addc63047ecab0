/** How far a run of set-up is. */

export const SETTING_UP = 'Setting up';
export const LOADING_PROGRESS = 'Loading the progress';
export const PROGRESS_NOT_SHOWN = 'The progress cannot be shown';
export const BACK_TO_SETUP = 'Back to setup';
export const SET_UP_ANOTHER = 'Set up another project';

export const STEPS_DONE = 'Steps done';
/** @param now what is being done; null when nothing is */
export const stepsDoneWords = (done: number, all: number, now: string | null): string =>
  `${done} of ${all} steps done${now === null ? '' : `, now: ${now}`}`;
export const WORK_GOES_ON = 'You can leave this page; the work goes on.';

export const PROJECT_IS_SET_UP = 'The project is set up';
export const WHERE_FIGURES_ARE = 'Its issues are being read. The figures are on the project’s page “AI management”.';
export const RUN_STOPPED = 'The run stopped';
export const WHAT_IS_DONE_STAYS = 'What is done stays. Show the plan again: it goes on from there.';
