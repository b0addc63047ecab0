import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { systemsDueWords } from '../../../src/words/figures';
import { ORGANISATION_NOT_SHOWN } from '../../../src/words/not-allowed';
import { andMoreWords } from '../../../src/words/numbers';
import { reasonWords } from '../../../src/words/reasons';
import { NEWER_DECISION } from '../../../src/words/screens/macros/figures';
import { CONTROLS_TITLE } from '../../../src/words/screens/macros/titles';
import { APPLICABILITY_WORDS, approvedWords } from '../../../src/words/statement';
import { deviationWords, otherwiseAtStartWords, TO_NONE_TODAY } from '../../../src/words/statement-systems';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { projectOf, type Scope, scopeFrom } from '../../shared/scope';
import { IssueLink } from '../../shared/ui/issue-link';
import { RowsLink } from '../../shared/ui/rows-link';
import ruled from '../../shared/ui/ruled-table.module.css';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import texts from '../../shared/ui/text.module.css';
import { InvalidScope } from './invalid-scope';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import { MacroReading } from './macro-reading';
import styles from './macros.module.css';
import { SystemCoverage } from './system-coverage';

type Status = Output<'controls.status'>;
type Control = Status['controls'][number];

/** Applicability as approved, and where each control stands; of all groups or of one. */
export function ControlStatus(macro: MacroProps) {
  const scope = scopeFrom(macro.config.scope);
  const group = groupFrom(macro.config.group);
  if (scope === null || group === undefined) return <InvalidScope title={CONTROLS_TITLE} macro={macro} />;
  if (scope.kind === 'system') {
    const shows = (id: string) =>
      group === null ? numberOf(id).startsWith('A.') : numberOf(id).startsWith(`${group}.`);
    return <SystemCoverage title={CONTROLS_TITLE} scope={scope} macro={macro} shows={shows} />;
  }
  return <Controls scope={scope} group={group} macro={macro} />;
}

/** A group such as "A.6", null for all, undefined for what is neither. */
function groupFrom(word: unknown): string | null | undefined {
  if (word === undefined || word === '' || word === 'all') return null;
  return /^A\.\d{1,2}$/.test(String(word)) ? String(word) : undefined;
}

function Controls({ scope, group, macro }: { scope: Scope; group: string | null; macro: MacroProps }) {
  const { reading, retry } = useProcedure('controls.status', { projectId: projectOf(scope), group });
  const title = useScopeTitle(scope);
  return (
    <MacroReading title={CONTROLS_TITLE} scope={scope} reading={reading} retry={retry} macro={macro}>
      {(status) => (
        <MacroFrame
          title={CONTROLS_TITLE}
          scopeTitle={title}
          asOf={status.asOf}
          updating={status.updating}
          timeZone={macro.timeZone}
        >
          <p className={texts.subtle}>
            {status.controls.some(({ applicability }) => applicability !== null)
              ? approvedWords(status.approved)
              : ORGANISATION_NOT_SHOWN}
          </p>
          {status.groups.map((entry) => (
            <GroupTable
              key={entry.id}
              heading={`${entry.id} ${entry.title}`}
              controls={status.controls.filter((control) => control.group === entry.id)}
            />
          ))}
        </MacroFrame>
      )}
    </MacroReading>
  );
}

function GroupTable({ heading, controls }: { heading: string; controls: readonly Control[] }) {
  return (
    <table className={`${ruled.table} ${styles.controls} ${ruled.cards}`}>
      <caption>{heading}</caption>
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">Applicability</th>
          <th scope="col">State</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {controls.map((control) => (
          <tr key={control.requirementId}>
            <th scope="row">
              <RowsLink to={{ requirement: control.requirementId }}>
                <strong>{numberOf(control.requirementId)}</strong> {control.title}
              </RowsLink>
            </th>
            <td data-title="Applicability">
              <div>
                <Applicability control={control} />
              </div>
            </td>
            <td data-title="State">
              <StateLozenge state={control.state} />
            </td>
            <td data-title="Why" className={texts.small}>
              {whyWords(control)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Applicability({ control: { applicability: decided, appliesToNone, deviations } }: { control: Control }) {
  if (decided === null) return <>–</>;
  return (
    <>
      {APPLICABILITY_WORDS[decided.applicability]}
      {appliesToNone && <span className={texts.aside}>{` · ${TO_NONE_TODAY}`}</span>}
      {decided.newerDecision && <span className={texts.aside}>{` · ${NEWER_DECISION}`}</span>}
      {decided.reason !== null && <span className={`${texts.aside} ${styles.reason}`}>{decided.reason}</span>}
      {deviations !== null && deviations.count > 0 && <Deviations {...deviations} />}
    </>
  );
}

/** Single AI systems for which it is otherwise: those that the reader may see, and how many others there are. */
function Deviations({ count, listed }: NonNullable<Control['deviations']>) {
  const more = count - listed.length;
  return (
    <div className={texts.small}>
      {otherwiseAtStartWords(count)}
      {listed.length > 0 && (
        <ul className={styles.deviations}>
          {listed.map(({ system, applicable, reason }) => (
            <li key={system.issueId}>
              <IssueLink issueKey={system.key} /> {system.summary} <strong>{deviationWords(applicable)}</strong>
              <span className={texts.aside}>: {reason}</span>
            </li>
          ))}
          {more > 0 && <li>{andMoreWords(more)}</li>}
        </ul>
      )}
    </div>
  );
}

function whyWords({ systems, reasons }: Control): string {
  if (systems && systems.due > 0) return systemsDueWords(systems);
  const [first] = reasons;
  return first ? reasonWords(first) : '';
}
