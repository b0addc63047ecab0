import { hasAppPermissions } from '../../jira/permission';

/** The viewer's part in what a second person approves. A draft, and what is said of it on its way, is for those who work on it. */
export interface Part {
  manage: boolean;
  approve: boolean;
  seesDraft: boolean;
}

export async function partInApprovals(): Promise<Part> {
  const [manage = false, approve = false, audit = false] = await hasAppPermissions([
    'manage-aims',
    'decide-aims',
    'audit-aims',
  ]);
  return { manage, approve, seesDraft: manage || approve || audit };
}
