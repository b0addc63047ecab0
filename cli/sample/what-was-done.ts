/** What the description of finished work says, by its short name: what is done and says nothing proves nothing. */
export const WHAT_WAS_DONE: Readonly<Record<string, string>> = {
  context: 'Market, law, owners and culture were gone through with the board; what matters for AI is on the list.',
  parties: 'Customers, brokers, the supervisor, reinsurers and the works council, each with what they expect of us.',
  leadership: 'The board resolved to run an AI management system, named Sofia as its sponsor and gave a budget.',
  roles: 'Who is responsible for what was agreed, put on the intranet and told in three team meetings.',
  'risk-programme':
    'Eleven risks and four opportunities of the management system itself, each with an owner and a date.',
  competence:
    'Sixty-two people of underwriting and claims took the course on AI literacy; certificates are in the files.',
  documents: 'Five templates, a rule for names and one place for each kind of document; the old drive is read-only.',
  operations: 'The steering group went through all systems, agreed on two changes and stopped one experiment.',
  metrics: 'Seven objectives with their figures of the half-year; two were missed, and the reasons are given.',
  'audit-general': 'Audits go by the clauses; whoever audits has no part in what is audited, and reports to the board.',
  'audit-report': 'Clauses 4 to 10 and nine controls were looked at in four days; two findings, three observations.',
  'review-results':
    'The board looked at audits, objectives and incidents, and decided on people and on the next steps.',
  improvement: 'One list of what could be better, fed by audits, incidents and ideas, and looked at every month.',
  'other-policies':
    'Compared sentence by sentence; two contradictions on how long data is kept were settled with privacy.',
  concerns:
    'A form without a name, an address and a contact in each site; two test reports were answered within a week.',
  'impact-process': 'When an assessment is due, who makes it, whom it asks and what can stop a system was agreed.',
  suppliers: 'Twenty-two questions on data, testing, changes and incidents, tried with three suppliers.',
  'tariff-assessment': 'Four risks of the tariff were rated with actuaries and claims; two lie above our threshold.',
  'tariff-resources': 'Data sources, libraries, servers and the five people who know the model, with their deputies.',
  'tariff-impact': 'What a wrong price does to drivers, families and districts was assessed with consumer advisers.',
  'tariff-test':
    'Last year was priced again: the deviation is below two per cent, and no district is off by more than five.',
  'tariff-monitoring': 'Drift, overrides and complaints of the month were looked at; nothing was above its limit.',
  'life-assessment': 'Three risks were rated with medical underwriting, and the rating of age was discussed at length.',
  'life-impact': 'What a refusal means for the ill and their families was assessed, and a second look was agreed.',
  'life-fairness': 'Surcharges were compared by age, region and sex; the differences follow mortality, and no more.',
  'triage-assessment': 'Two risks of sorting questionnaires by machine were rated with the medical officers.',
  'triage-data': 'Where the questionnaires come from, what is missing in them and how they were cleaned is recorded.',
  'mail-contract':
    'The contract names who answers for what: Lexavo for the model and its changes, we for what is sent.',
  'fraud-assessment': 'Wrong accusation, drift after retraining and leaks were rated with claims and with the lawyers.',
  'fraud-test': 'The retrained model was tried on held-back claims; hit rate and false alarms are within the limits.',
  'fraud-resources': 'Claims data of eight years, two feature stores and the computing it takes, each with its owner.',
  'fraud-use': 'The instruction went to all handlers: a score is a reason to look, and never a reason to refuse.',
  'photo-acceptance': 'Two hundred photos of our own claims were judged by people and by the system, and compared.',
  'photo-vendor': 'Optica answers for the model and tells us of changes; we answer for what a handler decides by it.',
  'chat-notice': 'The chat says in its first line that it is a machine, and how to reach a person.',
  'tariff-region-work':
    'Districts with fewer than two hundred policies were merged with their neighbours, and prices tried again.',
  'life-age-work':
    'No surcharge rises by more than a tenth from one age to the next; the table was approved by the actuaries.',
  'fraud-false-work':
    'The threshold was raised until two of three investigations find something, as the last quarter shows.',
  logging: 'All systems write their decisions to one platform; entries are kept for seven years and searchable.',
};
