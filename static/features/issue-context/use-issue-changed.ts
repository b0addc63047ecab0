import { events } from '@forge/bridge';
import { useEffect } from 'react';

/** Jira tells the apps of the issue view that the issue was changed: a transition or a field beside the panel. */
export function useIssueChanged(changed: () => void): void {
  useEffect(() => {
    const listening = events.on('JIRA_ISSUE_CHANGED', changed);
    return () => void listening.then((subscription) => subscription.unsubscribe());
  }, [changed]);
}
