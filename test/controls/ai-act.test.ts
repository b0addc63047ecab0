import { readFileSync } from 'node:fs';
import { catalogue } from '../../controls';
import { AI_SYSTEM_FIELDS } from '../../src/domain/vocabulary/ai-system';
import { AI_ACT, testWith } from './shared-data';

type Strength = 'strong' | 'partial' | 'little';
interface Act {
  dates: { date: string; law: string; condition: string | null; certainty: string }[];
  roles: { id: string; article: string }[];
  art5: { id: string; acts: string; exceptions: unknown[]; appliesFrom: string; reach?: { article: string }[] }[];
  annexI: { point: number; section: string; act: string; celex: string }[];
  annexIII: { points: { id: string; onlyFor?: string; onlyWherePermitted?: boolean; notThis?: string }[] }[];
  art6_3: { limbs: { article: string }[] };
  duties: { id: string; reuse: { requirement: string; strength: Strength }[] }[];
}

const { euAiAct, crosswalks } = catalogue;
const read = (): Act => JSON.parse(readFileSync(AI_ACT, 'utf8')) as Act;

testWith(AI_ACT, 'each date stands with the act that sets it, and with its condition where it has one', () => {
  const current = euAiAct.dates.filter(({ superseded }) => !superseded);
  for (const { date, law, condition } of read().dates) {
    const act = law === '2026-07-27' ? 'Regulation (EU) 2026/1744' : 'Regulation (EU) 2024/1689';
    const found = current.filter((entry) => entry.date === date && entry.act === act);
    expect([date, found.length > 0]).toEqual([date, true]);
    if (condition !== null) expect([date, found.some((entry) => entry.condition !== undefined)]).toEqual([date, true]);
  }
  expect([...new Set(current.map(({ date }) => date))]).toEqual([...new Set(read().dates.map(({ date }) => date))]);
});

testWith(AI_ACT, 'Annex I has its two sections, law by law', () => {
  const found = euAiAct.annexOne.acts.map(({ id, section, act, celex }) => [id, section, act, celex]);
  expect(found).toEqual(
    read().annexI.map(({ point, section, act, celex }) => [`Annex I ${point}`, section, act, celex]),
  );
});

testWith(AI_ACT, 'each point of Annex III says for whom and how far it is listed, and what it leaves out', () => {
  const found = euAiAct.annexThree.flatMap(({ points }) =>
    points.map((point) => [
      point.id,
      point.onlyFor !== undefined,
      point.onlyWherePermitted,
      point.notThis !== undefined,
    ]),
  );
  const wanted = read().annexIII.flatMap(({ points }) =>
    points.map((point) => [
      point.id,
      point.onlyFor !== undefined,
      point.onlyWherePermitted === true,
      point.notThis !== undefined,
    ]),
  );
  expect(found).toEqual(wanted);
});

testWith(AI_ACT, 'each practice says what is forbidden, to whom it applies, from when, and its exceptions', () => {
  const found = euAiAct.prohibited.map(({ id, acts, reach, exceptions, appliesFrom }) => [
    id,
    acts.join(', '),
    reach?.map(({ article }) => article),
    exceptions.length,
    appliesFrom,
  ]);
  const wanted = read().art5.map(({ id, acts, reach, exceptions, appliesFrom }) => [
    id,
    acts,
    reach?.map(({ article }) => article),
    exceptions.length,
    appliesFrom,
  ]);
  expect(found).toEqual(wanted);
  expect(euAiAct.exceptions.map(({ id }) => id)).toEqual(read().art6_3.limbs.map(({ article }) => article));
});

testWith(AI_ACT, 'no requirement helps with an article more than with its paragraphs', () => {
  const RANK: readonly string[] = ['none', 'screen', 'little', 'partial', 'strong'];
  const { duties } = read();
  for (const { article, requirements, strength } of crosswalks.euAiAct) {
    const number = article.replace('Art. ', '');
    const paragraphs = duties.filter(({ id }) => id === number || id.startsWith(`${number}.`));
    for (const requirement of requirements) {
      if (strength === 'screen') continue;
      const best = paragraphs.flatMap(({ reuse }) =>
        reuse.filter((entry) => entry.requirement === requirement).map((entry) => RANK.indexOf(entry.strength)),
      );
      expect([article, requirement, Math.max(...best) >= RANK.indexOf(strength)]).toEqual([article, requirement, true]);
    }
  }
});

test('only literacy is helped much; data and instructions are in part, and reports of incidents not by A.8.3', () => {
  const strong = crosswalks.euAiAct.filter(({ strength }) => strength === 'strong').map(({ article }) => article);
  expect(strong).toEqual(['Art. 4']);
  const named = (wanted: string) =>
    crosswalks.euAiAct.flatMap(({ article, requirements }) => (article === wanted ? requirements : []));
  expect(named('Art. 10')).toContain('iso42001/A.7.4');
  expect(named('Art. 73')).not.toContain('iso42001/A.8.3');
});

test('each option of the field "AI Act class" stands for a class, and each class has its option', () => {
  const field = AI_SYSTEM_FIELDS.find(({ key }) => key === 'ai-act-class');
  const options = field?.options?.map(({ key }) => key);
  expect([...new Set(euAiAct.classes.map(({ option }) => option))]).toEqual(options);
});
