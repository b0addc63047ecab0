import type { AiSystemFact, ItemId } from '../../domain/item/item-fact';
import { AppError } from '../../errors';
import { readFacts } from '../../store/item';

/** What is known of an AI system that is there. @throws AppError ai-system-unknown */
export async function knownSystem(id: ItemId): Promise<AiSystemFact> {
  const [fact] = await readFacts([id]);
  if (!fact?.system || fact.lostOn !== null) throw new AppError('ai-system-unknown');
  return fact.system;
}
