import type { Finding, Rule } from '../rule';
import { dataTexts } from '../texts';

/** Every fact says where it is from, in keys of sources.json, and no source is listed for nothing. */
export const sourceExists: Rule = {
  name: 'source-exists',
  description: 'Named sources exist, and every source is named somewhere.',
  check(controls) {
    const known = new Set(Object.keys(controls.data['sources.json']));
    const used = new Set<string>();
    const findings: Finding[] = [];
    for (const { file, id, key, text } of dataTexts(controls)) {
      if (key !== 'sources') continue;
      used.add(text);
      if (!known.has(text))
        findings.push({ file, id, problem: `There is no source "${text}".`, remedy: 'Add it to sources.json.' });
    }
    for (const source of known)
      if (!used.has(source))
        findings.push({
          file: 'sources.json',
          id: source,
          problem: 'Nothing refers to this source.',
          remedy: 'Remove it, or name it where its facts stand.',
        });
    return findings;
  },
};
