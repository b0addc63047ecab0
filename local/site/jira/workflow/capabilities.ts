import type { Call } from '../call';
import { moduleAri } from '../site';
import { ACTIONS } from './actions';
import { CONDITIONS } from './conditions';
import { VALIDATORS } from './validators';

const APP_RULES = [
  ['jira:workflowValidator', 'forge:expression-validator', 'Validator'],
  ['jira:workflowCondition', 'forge:expression-condition', 'Condition'],
  ['jira:workflowPostFunction', 'forge:workflow-post-function', 'Function'],
] as const;

const words = (ruleKey: string): string => ruleKey.replace(/^\w+:/, '').replaceAll('-', ' ');

/** `WorkflowCapabilities`: the rules that this site can run, and the app's with their ARIs. */
export function capabilities(call: Call): Record<string, unknown> {
  const { site } = call;
  const system = [
    ...Object.keys(CONDITIONS).map((ruleKey) => ({ ruleKey, ruleType: 'Condition' })),
    ...Object.keys(VALIDATORS).map((ruleKey) => ({ ruleKey, ruleType: 'Validator' })),
    ...Object.keys(ACTIONS).map((ruleKey) => ({ ruleKey, ruleType: 'Function' })),
    { ruleKey: 'system:transition-screen', ruleType: 'Screen' },
  ].filter((rule) => rule.ruleKey.startsWith('system:'));
  return {
    editorScope: 'GLOBAL',
    projectTypes: ['software', 'business'],
    connectRules: [],
    triggerRules: [],
    systemRules: system.map(({ ruleKey, ruleType }) => ({
      ruleKey,
      ruleType,
      name: words(ruleKey),
      description: words(ruleKey),
      incompatibleRuleKeys: [],
      isAvailableForInitialTransition: ruleType !== 'Condition',
      isVisible: true,
    })),
    forgeRules: APP_RULES.flatMap(([module, ruleKey, ruleType]) =>
      site.app.modules[module].map((rule) => ({
        id: moduleAri(site, rule.key),
        ruleKey,
        ruleType,
        name: rule.name,
        description: rule.description,
      })),
    ),
  };
}
