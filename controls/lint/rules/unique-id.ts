import type { Finding, Rule } from '../rule';

/** Within each list of the catalogue an id names one entry; requirements and their headings share one space. */
export const uniqueId: Rule = {
  name: 'unique-id',
  description: 'An id names one entry.',
  check({ data, frameworks }) {
    const findings: Finding[] = [];
    const distinct = (lists: [file: string, ids: string[]][]) => {
      const seen = new Set<string>();
      for (const [file, ids] of lists)
        for (const id of ids) {
          if (seen.has(id))
            findings.push({ file, id, problem: 'The id occurs twice.', remedy: 'Remove or renumber one of the two.' });
          seen.add(id);
        }
    };
    const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
    for (const { groups, groupsFile, requirements } of frameworks)
      distinct([
        ...requirements.map(({ file, requirement }): [string, string[]] => [file, [requirement.id]]),
        [groupsFile, ids(groups)],
      ]);
    const { objectives, riskSources } = data['frameworks/iso42001/annex-c.json'];
    distinct([['frameworks/iso42001/annex-c.json', ids([...objectives, ...riskSources])]]);
    distinct([['frameworks/eu-ai-act/articles.json', ids(data['frameworks/eu-ai-act/articles.json'])]]);
    distinct([['frameworks/eu-ai-act/roles.json', ids(data['frameworks/eu-ai-act/roles.json'])]]);
    distinct([['frameworks/eu-ai-act/classes.json', ids(data['frameworks/eu-ai-act/classes.json'])]]);
    distinct([['frameworks/eu-ai-act/prohibited.json', ids(data['frameworks/eu-ai-act/prohibited.json'])]]);
    const areas = data['frameworks/eu-ai-act/annex-three.json'];
    distinct([['frameworks/eu-ai-act/annex-three.json', ids([...areas, ...areas.flatMap(({ points }) => points)])]]);
    const { tests, acts } = data['frameworks/eu-ai-act/annex-one.json'];
    distinct([['frameworks/eu-ai-act/annex-one.json', ids([...tests, ...acts])]]);
    distinct([['frameworks/eu-ai-act/exceptions.json', ids(data['frameworks/eu-ai-act/exceptions.json'])]]);
    distinct([['frameworks/eu-ai-act/older.json', ids(data['frameworks/eu-ai-act/older.json'])]]);
    distinct([
      ['crosswalks/harmonised.json', data['crosswalks/harmonised.json'].links.map((link) => link.requirement)],
    ]);
    for (const file of ['inventory/generic.json', 'inventory/us-federal-2024.json'] as const)
      distinct([[file, ids(data[file].claims)]]);
    return findings;
  },
};
