import { hasAppPermissions } from '../../jira/permission';

/** What the viewer may do with the Statement. A draft, and what is said of it on its way, is for those who work on it. */
export async function partInStatement(): Promise<{ manage: boolean; approve: boolean; seesDraft: boolean }> {
  const [manage = false, approve = false, audit = false] = await hasAppPermissions([
    'manage-aims',
    'decide-aims',
    'audit-aims',
  ]);
  return { manage, approve, seesDraft: manage || approve || audit };
}
