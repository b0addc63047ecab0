import type { Finding, Rule } from '../rule';

const FILE = 'crosswalks/eu-ai-act.json';

/** A link without strength reads as "covered": its strength has to agree with what it names. */
export const crosswalkHasStrength: Rule = {
  name: 'crosswalk-has-strength',
  description: 'The strength of a link agrees with the requirements that it names.',
  check({ data }) {
    const findings: Finding[] = [];
    for (const { article, requirements, strength } of data[FILE]) {
      if (strength === 'none' && requirements.length > 0)
        findings.push({
          file: FILE,
          id: article,
          problem: 'Strength "none", and yet it names requirements.',
          remedy: 'Remove them or say how strong the link is.',
        });
      if (strength !== 'none' && requirements.length === 0)
        findings.push({
          file: FILE,
          id: article,
          problem: `Strength "${strength}" without a requirement.`,
          remedy: 'Name the requirements or set the strength "none".',
        });
      if (new Set(requirements).size < requirements.length)
        findings.push({ file: FILE, id: article, problem: 'A requirement is named twice.', remedy: 'Name it once.' });
    }
    for (const { requirement, iso27001, iso9001, reuse } of data['crosswalks/harmonised.json'])
      if ((iso27001 === null && iso9001 === null) !== (reuse === 'new'))
        findings.push({
          file: 'crosswalks/harmonised.json',
          id: requirement,
          problem: `"${reuse}" does not agree with its twins.`,
          remedy: '"new" means that neither ISO/IEC 27001 nor ISO 9001 has a twin.',
        });
    return findings;
  },
};
