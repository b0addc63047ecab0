import Heading from '@atlaskit/heading';
import { lazy, Suspense } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { CONCLUSIONS } from '../../../src/words/conclusions';
import { unseenWords } from '../../../src/words/not-allowed';
import { reasonWords } from '../../../src/words/reasons';
import {
  LOADING_REASONS,
  NOT_COUNTED,
  OPEN_SYSTEM,
  openRequirementWords,
  reasonsOfWords,
} from '../../../src/words/screens/matrix';
import { REASONS_NOT_SHOWN } from '../../../src/words/screens/requirements/common';
import { useDelayedRefetch } from '../../shared/hooks/use-delayed-refetch';
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

const Conclusions = lazy(async () => ({ default: (await import('../conclusions/conclusions')).Conclusions }));

interface Props {
  cell: OpenedCell;
  onSystem: Opener;
  onRequirement: Opener;
  onClose: () => void;
}

/** Why one cell stands as it does, with the items as far as the viewer may open them. */
export function CellPanel({ cell: { issueId, requirementId }, onSystem, onRequirement, onClose }: Props) {
  const { reading, retry } = useProcedure('system.detail', { issueId });
  const written = useDelayedRefetch(retry);
  return (
    <SidePanel label={reasonsOfWords(numberOf(requirementId))} top={0} onClose={onClose}>
      <ReadView reading={reading} retry={retry} waiting={LOADING_REASONS} failed={REASONS_NOT_SHOWN}>
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
                        {reason.hidden > 0 && <div className={texts.subtle}>and {unseenWords(reason.hidden)}</div>}
                      </li>
                    ))}
                  </ul>
                </>
              ) : (
                <p>{NOT_COUNTED}</p>
              )}
              {cell && (
                <section className={panels.part}>
                  <Heading size="xsmall" as="h3">
                    {CONCLUSIONS}
                  </Heading>
                  <Suspense fallback={null}>
                    <Conclusions
                      projectId={null}
                      requirement={{ id: requirementId, title: cell.title }}
                      system={system}
                      onWritten={written}
                    />
                  </Suspense>
                </section>
              )}
              <p className={panels.part}>
                <LinkButton onClick={(event) => onSystem(issueId, event.currentTarget)}>{OPEN_SYSTEM}</LinkButton>
                {' · '}
                <LinkButton onClick={(event) => onRequirement(requirementId, event.currentTarget)}>
                  {openRequirementWords(numberOf(requirementId))}
                </LinkButton>
              </p>
            </>
          );
        }}
      </ReadView>
    </SidePanel>
  );
}
