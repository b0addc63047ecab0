import { Refused, rest } from '../../core/site';

interface Place {
  projectId: string;
  typeId: string;
  /** The status that takes the place of one which the workflow there lacks. */
  mapped: { from: string; to: string } | null;
}

interface Progress {
  status: string;
  failedAccessibleIssues?: Record<string, string[]>;
}

const PAUSE_MS = 500;

/** Moves an issue by Jira's bulk move, waits until its task is complete, and answers the new key. @throws Refused */
export async function moveIssue(issueId: string, { projectId, typeId, mapped }: Place): Promise<string> {
  const target = {
    issueIdsOrKeys: [issueId],
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferSubtaskTypeDefault: true,
    inferStatusDefaults: mapped === null,
    ...(mapped === null ? {} : { targetStatus: [{ statuses: { [mapped.to]: [mapped.from] } }] }),
  };
  const body = { sendBulkNotification: false, targetToSourcesMapping: { [`${projectId},${typeId}`]: target } };
  const { taskId } = await rest<{ taskId: string }>('POST', '/bulk/issues/move', body);
  const { failedAccessibleIssues: failed } = await ended(taskId);
  const reasons = Object.values(failed ?? {}).flat();
  if (reasons.length > 0) throw new Refused(400, reasons.join(' '), {});
  return (await rest<{ key: string }>('GET', `/issue/${issueId}?fields=summary`)).key;
}

async function ended(taskId: string): Promise<Progress> {
  const progress = await rest<Progress>('GET', `/bulk/queue/${taskId}`);
  if (progress.status !== 'ENQUEUED' && progress.status !== 'RUNNING') return progress;
  await new Promise((done) => setTimeout(done, PAUSE_MS));
  return ended(taskId);
}
