import { evaluate, type Scene } from '../../../expression/evaluate';
import { requireWithinLimits } from '../../../expression/limits';
import { parseExpression } from '../../../expression/parse';
import { ExpressionError } from '../../../expression/tokens';
import type { Rule } from '../model/entities';
import { type AppModules, moduleAri } from '../site';
import { expressionScene } from './expression-names';
import type { Failure, ParameterCheck, RuleScene } from './rule';

type RuleModule = 'jira:workflowValidator' | 'jira:workflowCondition';

function moduleOf(
  scene: Pick<RuleScene, 'site'>,
  module: RuleModule,
  key: string | undefined,
): AppModules[RuleModule][number] | undefined {
  return scene.site.app.modules[module].find((candidate) => moduleAri(scene.site, candidate.key) === key);
}

/** Refuses a rule that names no module of the app, a module without an expression, or an expression outside the subset. */
export const checkAppRule =
  (module: RuleModule): ParameterCheck =>
  (site, parameters) => {
    const found = moduleOf({ site }, module, parameters.key);
    if (!found)
      return `The app has no ${module} with the key '${parameters.key}'; GET /workflows/capabilities lists them.`;
    try {
      const expression = expressionOf(found, readConfig(parameters.config));
      requireWithinLimits(expression, parseExpression(expression));
      return null;
    } catch (error) {
      if (error instanceof ExpressionError)
        return `The expression of '${found.key}' cannot be evaluated on this site: ${error.message}`;
      throw error;
    }
  };

function readConfig(text: string | undefined): unknown {
  if (text === undefined || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new ExpressionError('The rule’s config is not JSON.');
  }
}

/** An `expression` in the configuration replaces the manifest's (module jira:workflowValidator). */
function expressionOf(module: AppModules[RuleModule][number], config: unknown): string {
  const own =
    typeof config === 'object' && config !== null ? (config as { expression?: unknown }).expression : undefined;
  const expression = typeof own === 'string' ? own : module.expression;
  if (expression === undefined) throw new ExpressionError('It calls a function of the app; only expressions run here.');
  return expression;
}

/** Evaluates a rule; an error of the expression counts as false, as in Jira, and its text is returned along. */
function decide(rule: Rule, scene: RuleScene, module: RuleModule): { holds: boolean; message: string } {
  const found = moduleOf(scene, module, rule.parameters.key);
  if (!found) return { holds: false, message: 'The app that provides this rule is not installed.' };
  if (rule.parameters.disabled === 'true') return { holds: true, message: '' };
  try {
    const config = readConfig(rule.parameters.config);
    const names = expressionScene(scene, config);
    const result = evaluate(parseExpression(expressionOf(found, config)), names);
    // A text is why not.
    if (typeof result === 'string' && module === 'jira:workflowValidator') return { holds: false, message: result };
    if (typeof result !== 'boolean') throw new ExpressionError('The expression does not give a Boolean.');
    return { holds: result, message: result ? '' : messageOf(found, names) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    scene.onFailedExpression({
      extensionId: rule.parameters.key ?? '',
      ruleId: rule.id,
      ruleType: module === 'jira:workflowCondition' ? 'condition' : 'validator',
      expression: found.expression ?? '',
      message: error.message,
    });
    return { holds: false, message: `The rule '${found.name}' could not be evaluated: ${error.message}` };
  }
}

function messageOf(module: AppModules[RuleModule][number], names: Scene): string {
  const { errorMessage } = module;
  if (errorMessage === undefined) return `The rule '${module.name}' does not allow this transition.`;
  return typeof errorMessage === 'string'
    ? errorMessage
    : String(evaluate(parseExpression(errorMessage.expression), names));
}

/** A condition of the app: a Jira expression of its manifest. */
export const evaluateAppCondition = (rule: Rule, scene: RuleScene): boolean =>
  decide(rule, scene, 'jira:workflowCondition').holds;

/** A validator of the app: a Jira expression of its manifest. */
export function evaluateAppValidator(rule: Rule, scene: RuleScene): Failure[] {
  const { holds, message } = decide(rule, scene, 'jira:workflowValidator');
  return holds ? [] : [{ message }];
}
