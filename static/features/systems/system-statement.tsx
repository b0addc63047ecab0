import {
  APPLIES_AND_WHY,
  CONTROLS_NOT_SHOWN,
  DECIDED_BY_WORDS,
  LOADING_CONTROLS,
} from '../../../src/words/screens/systems/panel';
import { APPLICABILITY_WORDS } from '../../../src/words/statement';
import { REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import { usePeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import texts from '../../shared/ui/text.module.css';

const APPLIES_WORDS = { ...APPLICABILITY_WORDS, applies: APPLICABILITY_WORDS.applicable } as const;

/** Whether each control applies to one AI system by the Statement in force, and why (6.1.3). */
export function SystemStatement({ issueId }: { issueId: string }) {
  const { reading, retry } = useProcedure('statement.system', { issueId });
  const people = usePeople(
    reading.state === 'loaded' ? reading.data.controls.map(({ responsible }) => responsible) : [],
  );
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_CONTROLS} failed={CONTROLS_NOT_SHOWN}>
      {({ controls }) => (
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">{APPLIES_AND_WHY}</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ key, number, title, applies, by, reasons, responsible, state }) => (
              <tr key={key}>
                <th scope="row">
                  <strong>{number}</strong> {title}
                </th>
                <td>
                  {[APPLIES_WORDS[applies], DECIDED_BY_WORDS[by]].filter((words) => words !== '').join(' ')}
                  {reasons.map(({ kind, text }) => (
                    <div key={text} className={texts.aside}>
                      {`${REASON_KIND_WORDS[kind]}: ${text}`}
                    </div>
                  ))}
                  {responsible !== null && people.has(responsible) && (
                    <div className={texts.aside}>{`Responsible: ${people.get(responsible)}`}</div>
                  )}
                </td>
                <td>{state === null ? '–' : <StateLozenge state={state} />}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
    </ReadView>
  );
}
