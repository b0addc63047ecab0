import type { PersonRef } from './sample-issue';

/**
 * The Statement of Applicability of the sample organisation: a decision and a reason for each control by itself. It builds,
 * adapts, buys and uses AI for its customers, so no control of Annex A is out; where a risk names a control, the reason does.
 */
export const REASONS: Readonly<Record<string, string>> = {
  'A.2.2':
    'The board has to say once, for all who build, buy or use AI, what the company will and will not do with it.',
  'A.2.3': 'Our policies on privacy, security and underwriting are older than our AI, and each of them touches it.',
  'A.2.4': 'Models, law and uses change faster than the three years after which we look at other policies.',
  'A.3.2': 'Underwriting, claims and data science share the systems; without named roles nobody stops one.',
  'A.3.3': 'Claims handlers see wrong scores first and need a way to say so that does not lead through their manager.',
  'A.4.2': 'Our systems stand on data, tools and people of four teams, and a loss in one team is felt in another.',
  'A.4.3':
    'Tariff and fraud scores learn from our own policies and claims; what these leave out decides whom they treat wrongly.',
  'A.4.4': 'Models are rebuilt each year with tools of which another version gives another result.',
  'A.4.5': 'Scores are computed on our platform and drafts at suppliers; the place decides on access and on outages.',
  'A.4.6':
    'It takes underwriters and handlers who know the limits of a score to oversee it, and there are few of them.',
  'A.5.2': 'Prices and claims decisions reach people who never chose to deal with AI.',
  'A.5.3': 'Applicants and supervisors may ask years later what we knew when a price was made.',
  'A.5.4': 'A wrong score can cost an applicant the cover and a claimant the payment.',
  'A.5.5': 'A price for each small region can make cover too dear for whole districts.',
  'A.6.1.2': 'Data science needs to know which goal gives way when accuracy and fairness collide.',
  'A.6.1.3': 'Three teams have built models in three ways, and their results could not be compared.',
  'A.6.2.2': 'Systems were once ordered by a sentence in an e-mail, and tests had nothing to test against.',
  'A.6.2.3': 'When the builders of the lapse model left, nobody could explain its choices.',
  'A.6.2.4':
    'Treats the risks that surcharges for older applicants are too high and that urgent questionnaires come last.',
  'A.6.2.5': 'A release changes the prices of all customers overnight, so it is planned.',
  'A.6.2.6':
    'Treats the risk that urgent questionnaires come last; monitoring of the motor tariff once stopped unnoticed.',
  'A.6.2.7': 'Underwriters, the supervisor and partners each need other documents on the same model.',
  'A.6.2.8': 'A complaint about a decision can be answered only from what was logged when it was taken.',
  'A.7.2': 'We train on data of our customers, which we may keep and use within limits only.',
  'A.7.3': 'Satellite images and vehicle data are bought, and their licences limit what may be trained on them.',
  'A.7.4': 'Treats the risks that region stands in for income and that drafts repeat data of another customer.',
  'A.7.5': 'Claims data pass three systems before a model sees them, and corrections got lost on the way.',
  'A.7.6': 'How missing answers in a questionnaire are filled decides who is priced as healthy.',
  'A.8.2': 'Treats the risk that the chat promises a payment that is not due: users have to know what it cannot do.',
  'A.8.3': 'Claimants, brokers and others may be harmed by a system of ours and need a way to report it to us.',
  'A.8.4': 'If a tariff or the chat goes wrong, many customers are affected at once and should hear it from us.',
  'A.8.5': 'Brokers by contract, and customers and the supervisor by law, may ask us how AI takes part in a decision.',
  'A.9.2': 'Scores are used every day; handlers and underwriters need to know when a score may decide and when not.',
  'A.9.3': 'Speed was the only goal that users of scores knew; being fair to claimants stands beside it now.',
  'A.9.4':
    'Treats the risk that honest claimants are investigated: the score was meant to sort claims, not to refuse them.',
  'A.10.2': 'Lexavo, Optica Claims and Parleo each run a part of a system that our customers meet.',
  'A.10.3': 'A supplier changed its model without a word, and we noticed by its release notes.',
  'A.10.4':
    'Prices, letters and the chat are made for customers; what they need and expect shapes how we build and use AI.',
};

/** Who answers for the controls of a group. */
export const RESPONSIBLE: Readonly<Record<string, PersonRef>> = {
  'A.2': 'ines',
  'A.3': 'ines',
  'A.4': 'pavel',
  'A.5': 'lena',
  'A.6': 'tomas',
  'A.7': 'pavel',
  'A.8': 'amara',
  'A.9': 'amara',
  'A.10': 'kofi',
};
