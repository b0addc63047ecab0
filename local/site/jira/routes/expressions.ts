import { z } from 'zod';
import { expensiveOperations } from '../../../expression/expensive';
import { requireWithinLimits } from '../../../expression/limits';
import { parseExpression } from '../../../expression/parse';
import { ExpressionError } from '../../../expression/tokens';
import { type Call, ok, type Reply, type Route, route } from '../call';
import { badRequest } from '../errors';

const body = z.object({
  expressions: z.array(z.string()),
  contextVariables: z.record(z.string(), z.string()).optional(),
});
const CHECKS = ['syntax', 'complexity'];

/** Whether expressions can be evaluated here, and how many expensive operations each may do. There is no type checker. */
function analyse(call: Call): Reply {
  const check = call.query.get('check') ?? 'syntax';
  if (!CHECKS.includes(check))
    throw badRequest(`The check '${check}' is not available here; use one of ${CHECKS.join(', ')}.`);
  const { expressions } = call.body(body);
  return ok({ results: expressions.map((expression) => resultOf(expression, check === 'complexity')) });
}

function resultOf(expression: string, withComplexity: boolean): Record<string, unknown> {
  try {
    const node = parseExpression(expression);
    requireWithinLimits(expression, node);
    const complexity = withComplexity ? { complexity: expensiveOperations(node) } : {};
    return { expression, valid: true, ...complexity };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { expression, valid: false, errors: [{ type: 'syntax', message: error.message }] };
  }
}

export const expressionRoutes: readonly Route[] = [
  {
    ...route('POST', '/expression/analyse', 'anyone', null, analyse),
    scopes: ['read:jira-work', 'read:jira-user'],
  },
];
