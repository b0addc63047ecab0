import { invoke } from '@forge/bridge';
import type { Envelope, Input, Output, ProcedureName } from '../../../src/contract/procedures';
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
      throw new CallError(
        'not-licensed',
        'You do not have access to this app.',
        'Log in with a licence for the product.',
        null,
      );
    throw new CallError(
      'unreachable',
      `The app did not answer: ${detail}`,
      'Check your connection and try again.',
      null,
    );
  }
  if (isEnvelope<Data>(answer)) return answer;
  throw new CallError(
    'answer-unexpected',
    'The app answered in a form that this screen does not know.',
    'Reload the page: the app may have been updated.',
    null,
  );
}

function isEnvelope<Data>(answer: unknown): answer is Envelope<Data> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'data' in answer : 'error' in answer && typeof answer.error === 'object';
}
