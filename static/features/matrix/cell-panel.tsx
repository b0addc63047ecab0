import Heading from '@atlaskit/heading';
import { numberOf } from '../../../src/contract/requirement-id';
import { reasonWords } from '../../../src/words/reasons';
import type { Opener } from '../../shared/hooks/use-panel';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { IssueLink } from '../../shared/ui/issue-link';
import { LinkButton } from '../../shared/ui/link-button';
import { ReadView } from '../../shared/ui/read-view';
import { Renewal } from '../../shared/ui/renewal';
import { SidePanel } from '../../shared/ui/side-panel';
import panels from '../../shared/ui/side-panel.module.css';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import texts from '../../shared/ui/text.module.css';
import type { OpenedCell } from './opened-cell';

interface Props {
  cell: OpenedCell;
  onSystem: Opener;
  onRequirement: Opener;
  onClose: () => void;
}

/** Why one cell stands as it does, with the items as far as the viewer may open them. */
export function CellPanel({ cell: { issueId, requirementId }, onSystem, onRequirement, onClose }: Props) {
  const { reading, retry } = useProcedure('system.detail', { issueId });
  return (
    <SidePanel label={`Reasons of ${numberOf(requirementId)}`} top={0} onClose={onClose}>
      <ReadView reading={reading} retry={retry} waiting="Loading the reasons" failed="The reasons cannot be shown">
        {({ system, cells }) => {
          const cell = cells.find((one) => one.requirementId === requirementId);
          return (
            <>
              <p className={texts.aside}>
                <IssueLink issueKey={system.key} /> {system.summary}
              </p>
              <Heading size="medium" as="h2">
                {numberOf(requirementId)} {cell?.title}
              </Heading>
              {cell ? (
                <>
                  <p className={panels.state}>
                    <StateLozenge state={cell.state} />
                    <Renewal cell={cell} />
                  </p>
                  <ul>
                    {cell.reasons.map((reason) => (
                      <li key={`${reason.code} ${reason.detail ?? ''}`}>
                        {reasonWords(reason)}
                        {reason.items.map((item) => (
                          <div key={item.issueId}>
                            <IssueLink issueKey={item.key} /> {item.summary}
                          </div>
                        ))}
                        {reason.hidden > 0 && (
                          <div className={texts.subtle}>and {reason.hidden} that you may not see</div>
                        )}
                      </li>
                    ))}
                  </ul>
                </>
              ) : (
                <p>It was not counted yet.</p>
              )}
              <p className={panels.part}>
                <LinkButton onClick={(event) => onSystem(issueId, event.currentTarget)}>Open the AI system</LinkButton>
                {' · '}
                <LinkButton onClick={(event) => onRequirement(requirementId, event.currentTarget)}>
                  What {numberOf(requirementId)} asks, and work on it
                </LinkButton>
              </p>
            </>
          );
        }}
      </ReadView>
    </SidePanel>
  );
}
