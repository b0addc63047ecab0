import type { DocumentNode } from '../../local/host/macros/node';
import { h, p, panel, table, ul } from './adf';
import type { PersonRef } from './sample-issue';

/** Documents of the sample organisation in its space AIMS; below the page that holds the working documents. */
export interface SamplePage {
  readonly title: string;
  readonly author: PersonRef;
  readonly content: readonly DocumentNode[];
  /** Another state of the page, written later. */
  readonly revised?: { readonly content: readonly DocumentNode[]; readonly message: string; readonly by: PersonRef };
}

export const DOCUMENTS: readonly SamplePage[] = [
  {
    title: 'Scope of the AIMS',
    author: 'ines',
    content: [
      p(
        'The AI management system covers the underwriting and the claims handling of private and commercial property insurance.',
      ),
      h('Inside'),
      ul(
        'All AI systems that prepare or take decisions about risks, prices and claims.',
        'AI systems that we buy and use for these purposes, as far as we can influence them.',
        'The teams Underwriting, Claims, Data science and Platform.',
      ),
      h('Outside'),
      ul(
        'Life insurance, which another company of the group runs.',
        'Office software with built-in assistance; its use is ruled by the information security policy.',
      ),
    ],
  },
  {
    title: 'Roles and responsibilities',
    author: 'ines',
    content: [
      p('Who answers for what in the AI management system. A deputy is named in the team’s page.'),
      table(
        ['Role', 'Answers for', 'Held by'],
        ['Board member for AI', 'Policy, objectives, means', 'Sofia Marin'],
        ['AI risk manager', 'Register, risk method, reporting', 'Ines Falk'],
        ['Owner of an AI system', 'Purpose, data, operation and records of the system', 'named in the system’s issue'],
        ['Internal auditor', 'Audit programme and its conclusions', 'Ruth Adler'],
      ),
    ],
    revised: {
      by: 'sofia',
      message: 'Auditor named',
      content: [
        p('Who answers for what in the AI management system. A deputy is named in the team’s page.'),
        table(
          ['Role', 'Answers for', 'Held by'],
          ['Board member for AI', 'Policy, objectives, means', 'Sofia Marin'],
          ['AI risk manager', 'Register, risk method, reporting', 'Ines Falk'],
          [
            'Owner of an AI system',
            'Purpose, data, operation and records of the system',
            'named in the system’s issue',
          ],
          ['Internal auditor', 'Audit programme and its conclusions', 'Ruth Adler'],
          ['Everybody', 'Saying so when something is not right', 'everybody'],
        ),
      ],
    },
  },
  {
    title: 'AI risk method',
    author: 'ines',
    content: [
      p('We rate each AI risk twice: as it is found, and as it remains after treatment.'),
      h('Likelihood and consequence'),
      table(
        ['Step', 'Likelihood', 'Consequence for people or the company'],
        ['1', 'hardly ever', 'a nuisance, put right at once'],
        ['2', 'less than once a year', 'a small loss or a short delay'],
        ['3', 'about once a year', 'a wrong decision about a person'],
        ['4', 'several times a year', 'many wrong decisions, or one that cannot be undone'],
        ['5', 'all the time', 'harm to health, rights or livelihood'],
      ),
      p(
        'The product of both is the risk’s score. From 9 on, a risk is treated or its acceptance is signed by the board member for AI.',
      ),
    ],
  },
  {
    title: 'AI objectives',
    author: 'sofia',
    content: [
      p('Set by the board for this year; reported every half year.'),
      ul(
        'Every AI system in operation has an impact assessment that is younger than a year.',
        'No claim is refused by a system without a person having looked at it.',
        'Nine out of ten employees who use AI systems have had the AI literacy training.',
        'Nonconformities with an effect on customers are closed within thirty days.',
      ),
    ],
  },
  {
    title: 'Management review',
    author: 'sofia',
    content: [
      p(
        'The board looks at the AI management system once a year. Inputs come from the registers and from the page “Where we stand”.',
      ),
      h('Questions of the review'),
      ul(
        'What became of the decisions of the last review?',
        'What changed around us, and what do people expect of us now?',
        'Which nonconformities, audit results and measurements were there?',
        'What do we do better, and which means does it take?',
      ),
      panel('The results of each review are kept as records in the project Underwriting.'),
    ],
  },
];

/** Seen by the governance group only. */
export const BOARD_PAPERS: SamplePage = {
  title: 'Board papers on AI',
  author: 'ines',
  content: [
    p('Drafts for the board. Not for circulation.'),
    ul('Option to stop using the fraud score for small claims', 'Budget for an independent fairness review'),
  ],
};

export const PEOPLE_PAGE: SamplePage = {
  title: 'AI literacy training plan',
  author: 'mira',
  content: [
    p('Who needs which training, and who had it. Results of single people are kept here and nowhere else.'),
    table(
      ['Team', 'Training', 'Due'],
      ['Claims', 'Using scores with judgement', 'each spring'],
      ['Underwriting', 'Limits of models', 'each autumn'],
    ),
  ],
};

export const PUBLIC_INTRODUCTION: readonly DocumentNode[] = [
  p(
    'We are an insurer that uses artificial intelligence, and we want you to know how. This is the policy that our board approved.',
  ),
];
