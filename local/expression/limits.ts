import type { Node } from './parse';
import { ExpressionError } from './tokens';

/** What Jira refuses to evaluate at all (developer.atlassian.com/cloud/jira/platform/jira-expressions, "Restrictions"). */
const EXPRESSION_LIMITS = { characters: 1_000, leaves: 100 } as const;

/** @throws ExpressionError beyond a limit of length or size */
export function requireWithinLimits(source: string, node: Node): void {
  const { characters, leaves } = EXPRESSION_LIMITS;
  if (source.length > characters)
    throw new ExpressionError(`The expression has ${source.length} characters; at most ${characters} are evaluated.`);
  const own = leavesOf(node);
  if (own > leaves) throw new ExpressionError(`The expression has ${own} leaves; at most ${leaves} are evaluated.`);
}

/** Nodes that have no others below them. */
export function leavesOf(node: Node): number {
  const below = childrenOf(node);
  return below.length === 0 ? 1 : below.reduce((sum, child) => sum + leavesOf(child), 0);
}

/** The nodes right below one. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return node.items;
    case 'let':
      return [node.value, node.body];
    case 'lambda':
      return [node.body];
    case 'choice':
      return [node.test, node.yes, node.no];
    case 'unary':
      return [node.value];
    case 'binary':
      return [node.left, node.right];
    case 'new':
      return node.args;
    case 'member':
      return [node.object, node.property];
    case 'call':
      return [node.callee, ...node.args];
  }
}
