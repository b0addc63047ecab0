import type { Finding, Rule } from '../rule';

const FILE = 'crosswalks/eu-ai-act.json';
const HARMONISED = 'crosswalks/harmonised.json';

/** A link without strength reads as "covered": its strength has to agree with what it names. */
export const crosswalkHasStrength: Rule = {
  name: 'crosswalk-has-strength',
  description: 'The strength of a link agrees with the requirements that it names, each once for an article.',
  check({ data }) {
    const links = data[FILE];
    return [
      ...links.flatMap(({ article, requirements, strength }): Finding[] => {
        if (strength === 'none' && requirements.length > 0)
          return [
            {
              file: FILE,
              id: article,
              problem: 'Strength "none", and yet it names requirements.',
              remedy: 'Remove them or say how strong the link is.',
            },
          ];
        if (strength !== 'none' && requirements.length === 0)
          return [
            {
              file: FILE,
              id: article,
              problem: `Strength "${strength}" without a requirement.`,
              remedy: 'Name the requirements or set the strength "none".',
            },
          ];
        return [];
      }),
      ...repeated(links),
      ...data[HARMONISED].links
        .filter(({ iso27001, iso9001, reuse }) => (iso27001 === null && iso9001 === null) !== (reuse === 'new'))
        .map(({ requirement, reuse }) => ({
          file: HARMONISED,
          id: requirement,
          problem: `"${reuse}" does not agree with its twins.`,
          remedy: '"new" means that neither ISO/IEC 27001 nor ISO 9001 has a twin.',
        })),
    ];
  },
};

/** An article has a link for each strength, and a requirement helps with an article in one strength. */
function repeated(links: readonly { article: string; requirements: readonly string[]; strength: string }[]): Finding[] {
  const findings: Finding[] = [];
  const before = new Map<string, Set<string>>();
  for (const { article, requirements, strength } of links) {
    const seen = before.get(article) ?? new Set();
    before.set(article, seen);
    if (seen.has(strength) || (seen.size > 0 && strength === 'none'))
      findings.push({
        file: FILE,
        id: article,
        problem: `A further link of the strength "${strength}".`,
        remedy: 'Give an article one link for each strength, and "none" alone.',
      });
    if (requirements.some((id) => seen.has(id)) || new Set(requirements).size < requirements.length)
      findings.push({ file: FILE, id: article, problem: 'A requirement is named twice.', remedy: 'Name it once.' });
    for (const word of [strength, ...requirements]) seen.add(word);
  }
  return findings;
}
