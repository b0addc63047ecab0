import { emitted } from '../../emit-schema';
import type { Finding, Rule } from '../rule';

/** The emitted JSON Schema is for editors and for people without our tools: an old one misleads both. */
export const schemaFresh: Rule = {
  name: 'schema-fresh',
  description:
    'controls/schema, the list of frameworks and that of attributes hold what the data emits, and nothing else.',
  check({ files }) {
    const remedy = 'Run: npx tsx controls/emit-schema.ts';
    const wanted = emitted(files);
    const findings: Finding[] = [];
    for (const [file, text] of wanted)
      if (files.get(file) !== text) findings.push({ file, id: '', problem: 'It is missing or out of date.', remedy });
    for (const file of files.keys())
      if (file.startsWith('schema/') && !wanted.has(file))
        findings.push({ file, id: '', problem: 'No shape emits this file.', remedy: 'Delete it.' });
    return findings;
  },
};
