import type { Values } from '../issues/values';
import type { Issue, Project, Rule } from '../model/entities';
import type { Actor } from '../permissions/actor';
import type { Site } from '../site';

/** What a rule of a transition may look at. */
export interface RuleScene {
  readonly site: Site;
  readonly actor: Actor;
  readonly project: Project;
  /** The issue as it would be stored: with the values entered on the transition's screen. */
  readonly issue: Issue;
  /** The issue's values before the transition. */
  readonly before: Values;
  /** Whether a person is shown what they may do: then what only REST calls may do is left out. */
  readonly listed?: boolean;
  /** Told of an expression that could not be evaluated. */
  readonly onFailedExpression: (failure: FailedExpression) => void;
}

/** An expression of the app that failed, and the rule that it stands in. */
export interface FailedExpression {
  readonly extensionId: string;
  readonly ruleId: string;
  readonly ruleType: 'condition' | 'validator';
  readonly expression: string;
  readonly message: string;
}

/** Why a rule's parameters cannot be used, or null. */
export type ParameterCheck = (site: Site, parameters: Rule['parameters']) => string | null;

/** A failed validator: a message, at a field where there is one. */
export interface Failure {
  readonly field?: string;
  readonly message: string;
}

export const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A check that the named parameters are there. */
export const needs =
  (...names: readonly string[]): ParameterCheck =>
  (_site, parameters) => {
    const missing = names.filter((name) => (parameters[name] ?? '') === '');
    return missing.length === 0 ? null : `The rule needs the parameters ${missing.join(', ')}.`;
  };
