/**
 * Expected numbers of the gap analysis, straight from the file of the United States federal AI inventory of 2024.
 * It shares nothing with the product: the rules are written here a second time, so that the two can disagree.
 * Usage: node test/controls/expected-counts.mjs FILE
 */
import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';

// windows-1252 read as latin1: the only characters that matter are its quotes and dashes, made plain after parsing, for
// a curly quote inside a cell would otherwise end it.
const text = readFileSync(process.argv[2], 'latin1');
const plain = (value) =>
  value
    .replace(/[\x91\x92]/g, "'")
    .replace(/[\x93\x94]/g, '"')
    .replace(/[\x96\x97]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
const [head, ...rows] = papaparse.parse(text, { delimiter: ',', skipEmptyLines: 'greedy' }).data;
const column = (part) => {
  const found = head.findIndex((name) => plain(name).includes(part));
  if (found < 0) throw new Error(`No column says "${part}".`);
  return (row) => plain(row[found]);
};

const [DESIGN, TEST, DEPLOY, OPERATION] = [1, 2, 3, 4];
const STAGES = {
  planned: ['inception', 0],
  ideation: ['inception', 0],
  initiated: ['inception', 0],
  'acquisition and/or development': ['design-and-development', DESIGN],
  'implementation and assessment': ['verification-and-validation', TEST],
  'operation and maintenance': ['operation-and-monitoring', OPERATION],
  'in production': ['operation-and-monitoring', OPERATION],
  'in mission': ['operation-and-monitoring', OPERATION],
  retired: ['retired', OPERATION],
};
const silent = (v) => /^(|na|n\/a.*|not applicable|data not reported by submitter.*)$/.test(v);
const neither = (v) => /^(ai is not safety or rights-impacting|does not apply, use case is neither)/.test(v);
const waived = (v) => v.includes('has waived this minimum practice');
const head0 = (v) => v.split(/[:.]/)[0];

/** Each claim: its column, the requirements it speaks for, and the answer read as an outcome (undefined: a problem). */
const CLAIMS = {
  'impact-assessment': [
    'ai impact assessment been conducted',
    ['8.4', 'A.5.3'],
    (v) => ({ yes: 'done', no: 'declared-no', 'planned or in-progress': 'to-do' })[head0(v)],
  ],
  testing: [
    'been tested in operational',
    ['A.6.2.4'],
    (v) =>
      ({
        yes: 'done',
        'performance evaluation in operational environment': 'done',
        'no testing': 'declared-no',
        'impact evaluation in operational environment': 'done',
        'benchmark evaluation': 'in-progress',
      })[head0(v)],
  ],
  'independent-evaluation': [
    'has an independent evaluation',
    ['A.6.2.4'],
    (v) => (v.startsWith('yes') ? 'done' : v.startsWith('planned') ? 'in-progress' : undefined),
  ],
  monitoring: [
    'is there a process to monitor performance',
    ['A.6.2.6'],
    (v) =>
      ({
        'automated and regularly scheduled updates': 'done',
        'established process of machine learning operations': 'done',
        'intermittent and manually updated': 'in-progress',
        'no monitoring protocols have been established': 'declared-no',
      })[head0(v)],
  ],
  'data-documentation': [
    'documentation for the model training and evaluation data',
    ['A.7.4', 'A.4.3'],
    (v) =>
      /^documentation is (complete|widely available)/.test(v)
        ? 'done'
        : /^(yes|documentation is available)$|^documentation has been partially/.test(v)
          ? 'in-progress'
          : /^no$|^documentation is missing/.test(v)
            ? 'declared-no'
            : undefined,
  ],
  'review-documentation': [
    'been made available for review and feedback within',
    ['A.6.2.7'],
    (v) =>
      /^documentation has been (published|developed)/.test(v)
        ? 'done'
        : v.startsWith('limited documentation')
          ? 'in-progress'
          : v.startsWith('no documentation')
            ? 'declared-no'
            : undefined,
  ],
  notice: [
    'reasonable and timely notice',
    ['A.8.2'],
    (v) =>
      /\b(online|in-person|in person|email|telephone)\b/.test(v)
        ? 'done'
        : v === 'none of the above'
          ? 'declared-no'
          : undefined,
  ],
  consultation: [
    'consult and incorporate feedback',
    ['A.5.4'],
    (v) =>
      /testing|solicitations|feedback|hearings/.test(v)
        ? 'in-progress'
        : /none of the above/.test(v)
          ? 'declared-no'
          : undefined,
  ],
  'authority-to-operate': [
    'authority to operate',
    ['A.6.2.5'],
    (v) => (v === 'yes' ? 'in-progress' : /^no\b/.test(v) ? 'declared-no' : undefined),
  ],
};
/** First stage in which absence is a gap. */
const DUE = {
  8.4: DESIGN,
  'A.5.3': DESIGN,
  'A.5.4': DESIGN,
  'A.4.3': DESIGN,
  'A.6.2.4': TEST,
  'A.7.4': TEST,
  'A.6.2.5': DEPLOY,
  'A.6.2.6': DEPLOY,
  'A.6.2.7': DEPLOY,
  'A.8.2': DEPLOY,
};

const stageOf = column('stage of development');
const contract = column('developed (or is it to be developed) under contract');
const commercial = column('general commercial ai products');
const impact = column('rights-impacting, safety-impacting, both');
const risks = column('what are the key risks');
const identity = ['agency', 'bureau', 'use case name'].map((name) => column(name));
const claims = Object.entries(CLAIMS).map(([id, [part, requirements, read]]) => ({
  id,
  cell: column(part),
  requirements,
  read,
}));

const SAID = {
  done: 'claimed',
  'in-progress': 'claimed',
  'to-do': 'planned',
  problem: 'notKnown',
  'declared-no': 'declaredNo',
  'not-asked': 'notAsked',
};
const counts = {};
const add = (...path) => {
  const last = path.pop();
  const place = path.reduce((at, key) => (at[key] ??= {}), counts);
  place[last] = (place[last] ?? 0) + 1;
};
const seen = new Set();
for (const row of rows) {
  const [stage, reached] = STAGES[stageOf(row)] ?? ['operation-and-monitoring', OPERATION];
  const inScope = stage !== 'retired';
  const part = !silent(contract(row))
    ? 'develop'
    : silent(commercial(row)) || commercial(row).startsWith('none of the above')
      ? 'unknown'
      : 'use';
  add('systems', 'total');
  if (inScope) add('systems', 'inScope');
  add('systems', 'byStage', stage);
  add('ourPart', part);
  add('issues');
  if (!STAGES[stageOf(row)]) add('problems', 'stage-not-known');
  if (/^case-by-case/.test(impact(row))) add('problems', 'impact-not-known');
  const key = identity.map((cell) => cell(row)).join('|');
  if (seen.has(key)) add('problems', 'duplicate');
  seen.add(key);
  const risk = risks(row);
  const hasRisk = !(
    silent(risk) ||
    neither(risk) ||
    /^(none|no|tbd|none identified|-)$|^no (key )?risks identified|^there are no key risks|^not applicable to/.test(
      risk,
    )
  );
  if (!hasRisk && risk !== '') add('noRisk', 'rows');
  if (hasRisk) {
    add('issues');
    add('risks', inScope ? 'inScope' : 'retired');
  }
  if (inScope) add('requirements', '8.2', reached < DESIGN ? 'not-due' : hasRisk ? 'in-progress' : 'open');
  const outcomes = new Map();
  for (const { id, cell, requirements, read } of claims) {
    const value = cell(row);
    const outcome = waived(value)
      ? 'declared-no'
      : silent(value) || neither(value)
        ? 'not-asked'
        : (read(value) ?? 'problem');
    add('claims', id, 'all', outcome);
    if (inScope) add('claims', id, 'inScope', outcome);
    if (outcome === 'problem') add('problems', 'answer-not-known');
    if (['done', 'in-progress', 'to-do'].includes(outcome)) add('issues');
    for (const requirement of requirements) {
      outcomes.set(requirement, [...(outcomes.get(requirement) ?? []), outcome]);
    }
  }
  if (!inScope) continue;
  for (const [requirement, all] of outcomes) {
    // Of several claims the most that is said of the system: it counts once.
    const most = ['done', 'in-progress', 'to-do', 'problem', 'declared-no', 'not-asked'].find((one) =>
      all.includes(one),
    );
    add('said', requirement, SAID[most]);
    // Nothing is excluded by a condition before a Statement of Applicability is approved, and a file brings none.
    const state = all.includes('done')
      ? 'implemented'
      : reached < DUE[requirement]
        ? 'not-due'
        : all.includes('in-progress')
          ? 'in-progress'
          : all.includes('to-do')
            ? 'planned'
            : 'open';
    add('requirements', requirement, state);
  }
}
const sorted = (value) =>
  typeof value !== 'object'
    ? value
    : Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      );
process.stdout.write(`${JSON.stringify(sorted(counts), null, 2)}\n`);
