import { childrenOf } from './limits';
import type { Node } from './parse';

/** What Jira reads by itself for an expression (jira-expressions, "Expensive operations"). */
const READ =
  /^(?:properties|links|comments|attachments|customfield_\d+|subtasks|parent|sprint|epic|changelogs|worklogs)$/;
const EACH = ['map', 'filter', 'some', 'every'];

export interface Complexity {
  /** A number, or a formula with letters for lengths of lists. */
  expensiveOperations: string;
  variables?: Record<string, string>;
}

/** How many expensive operations an expression may do: one for each place that reads, and as often as a list is long for what is done to each. */
export function expensiveOperations(node: Node): Complexity {
  const variables: Record<string, string> = {};
  const terms = termsOf(node, variables).filter((term) => term !== '0');
  const fixed = terms.filter((term) => /^\d+$/.test(term)).reduce((sum, term) => sum + Number(term), 0);
  const formula = [...terms.filter((term) => !/^\d+$/.test(term)), ...(fixed > 0 ? [String(fixed)] : [])].join(' + ');
  return {
    expensiveOperations: formula === '' ? '0' : formula,
    ...(Object.keys(variables).length === 0 ? {} : { variables }),
  };
}

function termsOf(node: Node, variables: Record<string, string>): string[] {
  const own =
    node.type === 'member' && node.property.type === 'literal' && READ.test(String(node.property.value)) ? ['1'] : [];
  const [lambda] = node.type === 'call' ? node.args : [];
  if (node.type !== 'call' || node.callee.type !== 'member' || lambda?.type !== 'lambda' || !isEach(node.callee))
    return [...own, ...childrenOf(node).flatMap((child) => termsOf(child, variables))];
  const inside = termsOf(lambda, variables);
  const list = termsOf(node.callee.object, variables);
  if (inside.length === 0) return list;
  const letter = String.fromCharCode('N'.charCodeAt(0) + Object.keys(variables).length);
  variables[letter] = sourceOf(node.callee.object);
  return [...list, ...inside.map((term) => (term === '1' ? letter : `${letter} * (${term})`))];
}

const isEach = ({ property }: Extract<Node, { type: 'member' }>): boolean =>
  property.type === 'literal' && EACH.includes(String(property.value));

/** The list in words: names and properties as they are written, whatever else stands for itself. */
function sourceOf(node: Node): string {
  if (node.type === 'name') return node.name;
  if (node.type === 'member' && node.property.type === 'literal')
    return `${sourceOf(node.object)}.${node.property.value}`;
  return node.type;
}
