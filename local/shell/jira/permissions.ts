import { dataOf, useRest } from '../core/site';

interface Answer {
  permissions: Record<string, { havePermission: boolean }>;
}

/** Whether the person administers Jira; false until that is known. */
export function useMayAdminister(): boolean {
  return (
    dataOf(useRest<Answer>('/mypermissions?permissions=ADMINISTER'))?.permissions.ADMINISTER?.havePermission ?? false
  );
}
