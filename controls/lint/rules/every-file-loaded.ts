import { allShapes } from '../files';
import { LOADERS } from '../read';
import type { Finding, Rule } from '../rule';

/** A file that the loader does not import, or that has no shape, is data that nobody sees or checks. */
export const everyFileLoaded: Rule = {
  name: 'every-file-loaded',
  description: 'The loader imports every data file, and every data file has a shape.',
  check({ files }) {
    const loader = LOADERS.map((file) => files.get(file) ?? '').join('\n');
    const shaped = allShapes(files);
    const findings: Finding[] = [];
    for (const file of files.keys()) {
      if (!file.endsWith('.json') || file.startsWith('schema/')) continue;
      if (!shaped.has(file))
        findings.push({
          file,
          id: '',
          problem: 'The file has no shape.',
          remedy: 'Add it to SHAPES in lint/files.ts.',
        });
      if (!loader.includes(`'./${file}'`) && !loader.includes(`'./${file.replace(/^(frameworks|decisions)\//, '')}'`))
        findings.push({ file, id: '', problem: 'The loader does not import it.', remedy: 'Import it in index.ts.' });
    }
    return findings;
  },
};
