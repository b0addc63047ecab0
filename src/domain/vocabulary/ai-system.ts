import { alone, type Field, fieldOn, options, worded, YES_NO } from './field';

const OUR_PART_WORDS = {
  develop: 'Develop',
  adapt: 'Adapt (train, fine-tune, own data)',
  provide: 'Provide to others',
  use: 'Use',
} as const;
/** Our part in an AI system. */
export type OurPart = keyof typeof OUR_PART_WORDS;

const field = fieldOn('ai-system');

export const AI_ACT_CLASS_FIELD = 'ai-act-class';
/** Fields that say what we are to an AI system and how the law sorts it: when one changes, decisions about it are looked at again. */
export const PART_ROLE_AND_CLASS = ['our-part', 'ai-act-role', AI_ACT_CLASS_FIELD] as const;

/**
 * Several classes can be true of one system, such as high-risk with Art. 50, or one that is prohibited in one use and high-risk
 * in another. Whatever says that the Act asks nothing of its class, or that nobody has looked, stands alone.
 */
const AI_ACT_CLASSES = alone(
  options(
    'Not screened',
    'Not an AI system',
    'Out of scope (Art. 2)',
    'Prohibited',
    'High-risk Annex I',
    'High-risk Annex III',
    'Annex III excepted (Art. 6(3))',
    'Transparency Art. 50',
    'No class-specific duties',
  ),
  'not-screened',
  'not-an-ai-system',
  'out-of-scope-art-2',
  'no-class-specific-duties',
);

export const AI_SYSTEM_FIELDS: readonly Field[] = [
  field('intended-purpose', 'Intended purpose', 'textarea', {
    help: 'What the system is meant to do, for whom, and what it must not be used for. Every assessment starts from this text (ISO/IEC 42001 control A.9.4).',
    group: 'basics',
  }),
  field('system-owner', 'System owner', 'userpicker', {
    help: 'The person who answers for this system and is asked when something about it is unclear (control A.3.2).',
    group: 'basics',
    fact: ['people', 'system.owner', 'system.left'],
  }),
  field('vendor', 'Vendor', 'textfield', {
    help: 'Who supplies the system or its main part. Leave it empty where you built it yourselves.',
    group: 'basics',
  }),
  field('owner-unit', 'Owner unit', 'textfield', {
    help: 'The department or team that uses the system and pays for it.',
    group: 'basics',
  }),
  field('our-part', 'Our part', 'multiselect', {
    help: 'What your organisation itself does with the system; choose all that is true. Develop: you build it. Adapt: you train or tune a bought model, or feed it your own data. Provide: others use it from you. Use: you work with it. Which controls apply depends on this.',
    group: 'our-part',
    options: worded(OUR_PART_WORDS),
    fact: ['system.ourPart'],
  }),
  field('third-parties-involved', 'Third parties involved', 'select', {
    help: 'Yes if a supplier, a partner or a customer has a part in building, running or using the system. Then it is written down who answers for what (control A.10.2).',
    group: 'our-part',
    options: YES_NO,
    fact: ['system.thirdPartiesInvolved'],
  }),
  field('we-control-input-data', 'We control input data', 'select', {
    help: 'Yes if you decide what data goes into the system while it runs. Whoever does has to see to it that the data fits the purpose (EU AI Act Art. 26(4) for high-risk systems).',
    group: 'our-part',
    options: YES_NO,
    fact: ['system.controlsInputData'],
  }),
  field('we-control-logs', 'We control logs', 'select', {
    help: 'Yes if the records that the system writes about its own work are kept by you or can be had by you. Then keeping them is your task (control A.6.2.8, EU AI Act Art. 26(6)).',
    group: 'our-part',
    options: YES_NO,
    fact: ['system.controlsLogs'],
  }),
  field('in-aims-scope', 'In AIMS scope', 'select', {
    help: 'Yes if your AI management system covers this system, which is the usual answer. With No it leaves every figure, and the reason for it belongs below (clause 4.3).',
    group: 'scope-and-people',
    options: YES_NO,
    fact: ['system.inScope'],
  }),
  field('personal-data', 'Personal data', 'select', {
    help: 'Yes if the system processes data about people who can be told apart. Then data protection law applies beside everything here.',
    group: 'scope-and-people',
    options: YES_NO,
  }),
  field('scope-reason', 'Scope reason', 'textfield', {
    help: 'Why this system is left out of the AI management system. An auditor asks for it; needed only where “In AIMS scope” is No.',
    group: 'scope-and-people',
    fact: ['system.scopeReasonGiven'],
  }),
  field('impact-flag', 'Impact flag', 'textfield', {
    help: 'In a few words, the first sign that the system could affect people’s rights, safety, money or chances, such as “decides about claims”. A note for whoever plans the impact assessment (clause 6.1.4); nothing is counted from it.',
    group: 'scope-and-people',
  }),
  field('ai-act-role', 'AI Act role', 'multiselect', {
    help: 'What the EU AI Act calls you for this system; several can be true. Provider: you put it on the market or into service under your name. Deployer: you use it at work. The duties follow from the role (Art. 3).',
    group: 'eu-ai-act',
    options: options(
      'Provider',
      'Deployer',
      'Importer',
      'Distributor',
      'Authorised representative',
      'Product manufacturer',
    ),
    fact: ['system.aiActRoles'],
    register: {},
  }),
  field(AI_ACT_CLASS_FIELD, 'AI Act class', 'multiselect', {
    help: 'How the EU AI Act sorts the system (Art. 2, 5, 6 and 50). Choose “Not screened” until somebody has looked; that, “Not an AI system”, “Out of scope” and “No class-specific duties” each stand alone.',
    group: 'eu-ai-act',
    options: AI_ACT_CLASSES,
    fact: ['system.aiActClass'],
    // Nothing is assumed about a system that nobody has screened.
    register: { filtered: true, empty: 'Not screened' },
  }),
  field('ai-act-class-reason', 'AI Act class reason', 'textfield', {
    help: 'Why this class and no other, with the article or the point of the annex that decided it, and who looked at it.',
    group: 'eu-ai-act',
  }),
  field('gpai-model-provider', 'GPAI model provider', 'select', {
    help: 'Yes if you yourselves offer a general-purpose AI model that others build on; “Systemic risk” if it is one of the very capable ones (EU AI Act Art. 51 to 55). Using such a model of somebody else is No.',
    group: 'eu-ai-act',
    options: options('No', 'Yes', 'Systemic risk'),
  }),
  field('discovered-as', 'Discovered as', 'select', {
    help: 'How you came to know of the system. Declared: its owner told you. Shadow AI: it was in use and nobody had told. Supplier notice: a supplier told you. Scan: a search of your network or software found it.',
    group: 'life-cycle',
    options: options('Declared', 'Shadow AI', 'Supplier notice', 'Scan'),
  }),
  field('affected-people', 'Affected people', 'textfield', {
    help: 'Whom the results of the system concern, such as applicants, patients or your own staff, and about how many. The impact assessment looks at them (clause 6.1.4).',
    group: 'scope-and-people',
  }),
  field('taken-over-on', 'Taken over on', 'datepicker', {
    help: 'For a system that was in use before it was registered here: the day of its registration.',
    group: 'life-cycle',
  }),
  field('last-significant-change', 'Last significant change', 'datepicker', {
    help: 'The day of the last change that could alter what the system does or to whom, such as a new model, new data or a new use. Evidence from before that day no longer counts where it depends on the system.',
    group: 'life-cycle',
    fact: ['system.lastSignificantChange'],
  }),
  field('next-review', 'Next review', 'datepicker', {
    help: 'The day by which somebody looks at the whole system again. It stands under “Needs you” when it is due.',
    group: 'life-cycle',
    fact: ['system.nextReview'],
  }),
  field('retirement-reason', 'Retirement reason', 'textfield', {
    help: 'Why the system was retired or rejected, and what became of its data and its users. Leave it empty while the system lives.',
    group: 'life-cycle',
  }),
];
