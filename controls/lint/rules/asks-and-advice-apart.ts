import type { Finding, Rule } from '../rule';

/** Words by which advice has crept into what ISO/IEC 42001 is said to ask: none of its clauses and controls speaks of these. */
const ADVICE = [
  'a deadline',
  'alone approves',
  'an owner',
  'anonymous',
  'contract',
  'deputy',
  'each year',
  'early enough',
  'independence',
  'monthly',
  'named person',
  'newcomers',
  'quarterly',
  'return to the state before',
  'rolled back',
  'signed',
  'threshold',
  'tried',
  'who speaks',
  'yearly',
];
/** Words by which advice sounds as if somebody had to follow it. */
const DUTY = ['is mandatory', 'is required', 'must', 'shall', 'the standard asks'];

const holds = (line: string, word: string): boolean => new RegExp(`\\b${word}\\b`, 'i').test(line);
const comparable = (line: string): string => line.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');

/** Who reads more into a standard than it says makes people do work for an auditor who never asked. */
export const asksAndAdviceApart: Rule = {
  name: 'asks-and-advice-apart',
  description: 'What a standard asks holds no advice of ours, and our advice claims no duty.',
  check({ frameworks }) {
    return frameworks.flatMap(({ framework, requirements }) => {
      const advice = framework.id === 'iso42001' ? ADVICE : [];
      return requirements.flatMap(({ file, requirement: { id, summary, asks, guidance } }): Finding[] => {
        const asked = new Set(asks.map(comparable));
        return [
          ...[summary, ...asks].flatMap((line) =>
            advice
              .filter((word) => holds(line, word))
              .map((word) => ({
                file,
                id,
                problem: `"${word}" is more than the standard asks: "${line}".`,
                remedy: 'Move it to guidance, worded as advice.',
              })),
          ),
          ...guidance.flatMap((line) => [
            ...DUTY.filter((word) => holds(line, word)).map((word) => ({
              file,
              id,
              problem: `Advice claims a duty, "${word}": "${line}".`,
              remedy: 'Say it as advice, or move it to asks if the standard asks it.',
            })),
            ...(asked.has(comparable(line))
              ? [{ file, id, problem: `Asked and advised: "${line}".`, remedy: 'Leave it in one of the two.' }]
              : []),
          ]),
        ];
      });
    });
  },
};
