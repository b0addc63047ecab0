import { invoke } from '@forge/bridge';
import type { Envelope, Input, Output, ProcedureName } from '../../../src/contract/procedures';
import {
  ANSWER_UNEXPECTED,
  appSilentWords,
  CHECK_CONNECTION,
  LOG_IN_WITH_LICENCE,
  NOT_LICENSED,
  RELOAD_PAGE,
} from '../../../src/words/screens/shared/calls';
import { CallError } from './call-error';

/**
 * Calls a procedure of the app.
 * @throws CallError with the code and words of the app's registry, `not-licensed` when the product let nobody through, or
 * `unreachable` when no answer came
 */
export async function call<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const envelope = await answerOf<Output<Name>>(name, input);
  if (envelope.ok) return envelope.data;
  const { code, message, remedy, ref } = envelope.error;
  throw new CallError(code, message, remedy, ref);
}

async function answerOf<Data>(name: string, input: unknown): Promise<Envelope<Data>> {
  let answer: unknown;
  try {
    answer = await invoke(name, input as Record<string, unknown>);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    // The bridge tells why it refused in words alone.
    if (/\b(un)?licen[cs]ed?/i.test(detail))
      throw new CallError('not-licensed', NOT_LICENSED, LOG_IN_WITH_LICENCE, null);
    throw new CallError('unreachable', appSilentWords(detail), CHECK_CONNECTION, null);
  }
  if (isEnvelope<Data>(answer)) return answer;
  throw new CallError('answer-unexpected', ANSWER_UNEXPECTED, RELOAD_PAGE, null);
}

function isEnvelope<Data>(answer: unknown): answer is Envelope<Data> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'data' in answer : 'error' in answer && typeof answer.error === 'object';
}
