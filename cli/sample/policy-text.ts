import { h, p, ul } from './adf';

/** The AI policy of the sample organisation, in its own words; it stands inside the macro of its page. */
export const POLICY_TEXT = [
  h('Why we have this policy', 3),
  p(
    'We use artificial intelligence to assess risks, to price cover and to handle claims. People trust us with decisions that matter to them, so we answer for every one of these decisions, whether a person prepared it or a system did.',
  ),
  h('What we hold to', 3),
  ul(
    'A person can ask for any decision about him to be looked at again by a person.',
    'We use AI only for purposes that we have written down and that serve our customers or the company without harming others.',
    'Before a system is used we know what it may do to people, and we look again whenever it changes.',
    'We use data that we may use, that fit the purpose, and whose quality we have checked.',
    'We tell customers and brokers when a system takes part in a decision about them.',
    'We measure whether our systems treat groups of people differently, and act when they do without good reason.',
  ),
  h('How we work', 3),
  p(
    'The board sets objectives for AI each year and gives the means to reach them. The AI risk manager keeps the register of AI systems, of risks and of nonconformities in Jira. Every AI system has an owner who answers for it.',
  ),
  p(
    'We comply with the rules that apply to us, work on getting better, and correct what went wrong. Who sees something that is not right says so; nobody has a disadvantage from it.',
  ),
  h('Who this is for', 3),
  p('This policy holds for everybody who builds, buys, operates or uses an AI system in our name.'),
];
