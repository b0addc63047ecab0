import { requirementsWith } from '../../static/features/search/requirements';

const REQUIREMENTS = [
  { id: 'iso42001/A.8.4', title: 'Communication of incidents', scopeLevel: 'organisation' as const },
  { id: 'iso42001/8.4', title: 'AI system impact assessment', scopeLevel: 'ai-system' as const },
  { id: 'iso42001/6.1.4', title: 'AI system impact assessment', scopeLevel: 'organisation' as const },
];
const namesFor = (text: string): string[] =>
  requirementsWith(text, REQUIREMENTS).flatMap(({ options }) => options.map(({ name }) => name));

test('a requirement is found by its number, which comes first, and by words of its title in any order', () => {
  expect(namesFor('8.4')).toEqual(['8.4', 'A.8.4']);
  expect(namesFor('assessment impact')).toEqual(['8.4', '6.1.4']);
  expect(namesFor('a.8')).toEqual(['A.8.4']);
});

test('what is not there leaves no empty group', () => {
  expect(requirementsWith('weather', REQUIREMENTS)).toEqual([]);
});

test('it leads to its row on the page of requirements', () => {
  const [group] = requirementsWith('6.1.4', REQUIREMENTS);
  expect(group?.options[0]?.to).toEqual({ page: 'requirements', requirement: 'iso42001/6.1.4' });
});
