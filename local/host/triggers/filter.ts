import { evaluate } from '../../expression/evaluate';
import { childrenOf } from '../../expression/limits';
import { type Node, parseExpression } from '../../expression/parse';
import { ExpressionError } from '../../expression/tokens';

/** A compiled filter: gives the expression's value for a scope such as `{event}`; throws where Jira's evaluation fails. */
export type Filter = (scope: Readonly<Record<string, unknown>>) => unknown;

/** Raised at start for an expression outside the subset; on the platform such a trigger would silently never fire. */
class FilterUnsupported extends Error {
  override readonly name = 'FilterUnsupported';
}

/**
 * Compiles a Jira expression of a trigger's filter (developer.atlassian.com/platform/forge/events-reference/product_events, "Filter out
 * Atlassian app events"). A property that the event does not have is an error; there is no clock in a filter.
 * @param owner the trigger's key, for the message
 * @throws FilterUnsupported
 */
export function compileFilter(owner: string, expression: string): Filter {
  const node = parsed(owner, expression);
  return (names) => evaluate(node, { names, now: 0, today: '' });
}

function parsed(owner: string, expression: string): Node {
  try {
    const node = parseExpression(expression);
    if (hasNew(node)) throw new ExpressionError('a date cannot be made in a filter.');
    return node;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new FilterUnsupported(`The filter of ${owner} is outside what the local host evaluates: ${error.message}`);
  }
}

const hasNew = (node: Node): boolean => node.type === 'new' || childrenOf(node).some(hasNew);
