import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { dataOf, useRest } from '../../core/site';
import { type Issue, shadeOf, type Transition } from '../jira';
import { StatusSign } from '../signs';
import { useTransit } from '../transition/use-transit';

/** The status with the transitions that Jira offers from it. */
export function IssueStatus({ issue, onChanged }: { issue: Issue; onChanged: () => void }) {
  const { status } = issue.fields;
  const read = useRest<{ transitions: Transition[] }>(`/issue/${issue.key}/transitions?expand=transitions.fields`);
  const { transit, dialog } = useTransit(() => {
    read.reload();
    onChanged();
  });
  const offered = (dataOf(read)?.transitions ?? []).filter(({ to }) => to.name !== status.name);
  return (
    <section aria-label="Status" className="issue-status">
      {offered.length === 0 ? (
        <StatusSign status={status} />
      ) : (
        <DropdownMenu<HTMLButtonElement>
          label="Transitions"
          placement="bottom-start"
          trigger={({ triggerRef, ...trigger }) => (
            <span className={`status-trigger status-${shadeOf(status)}`}>
              <Button ref={triggerRef} {...trigger} iconAfter={ChevronDownIcon}>
                {status.name}
                <span className="unseen">, change status</span>
              </Button>
            </span>
          )}
        >
          <DropdownItemGroup>
            {offered.map((transition) => (
              <DropdownItem
                key={transition.id}
                elemAfter={<StatusSign status={transition.to} />}
                onClick={() => void transit(issue.key, transition)}
              >
                {transition.name}
              </DropdownItem>
            ))}
          </DropdownItemGroup>
        </DropdownMenu>
      )}
      {dialog}
    </section>
  );
}
