import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { countWords } from '../../shared/count';
import { goTo } from '../../shared/place';

type LookHereView = Output<'coverage.overview'>['lookHere'];

/** What the eye should fall on first; every number leads to its rows. What is 0 is said too, and quietly. */
export function LookHere({ lookHere }: { lookHere: LookHereView }) {
  const lapsing = lookHere.lapsing.reduce((sum, { count }) => sum + count, 0);
  const { documents } = lookHere;
  return (
    <section className="card" aria-label="Look here">
      <Heading size="xsmall" as="h2">
        Look here
      </Heading>
      <ul className="look-here">
        <Line
          count={lookHere.prohibited}
          words="of the AI Act class “Prohibited” (Art. 5)"
          to={{ tab: 'systems', class: 'Prohibited' }}
        />
        <Line
          count={lookHere.inOperationWithoutImpactAssessment}
          words="in operation without impact assessment"
          to={{ tab: 'systems', list: 'in-operation-without-impact-assessment' }}
        />
        <Line
          count={lookHere.risksAboveThreshold}
          words="risks above the threshold, not accepted"
          to={{ tab: 'risks', list: 'above-threshold' }}
        />
        <Line count={lookHere.risksUnrated} words="risks not rated" to={{ tab: 'risks', list: 'unrated' }} />
        <Line
          count={lookHere.acceptancesExpired}
          words="risk acceptances expired"
          to={{ tab: 'risks', list: 'acceptance-expired' }}
        />
        <Line
          count={lookHere.nonconformitiesOverdue}
          words="nonconformities overdue"
          to={{ tab: 'nonconformities', list: 'overdue' }}
        />
        <Line
          count={documents.required - documents.current}
          shown={`${documents.current}/${documents.required}`}
          words="required documents current"
          to={{ tab: 'requirements', show: 'documents' }}
        />
        <Line count={lapsing} words="cells lapse within 90 days" to={{ tab: 'requirements', show: 'lapsing' }} />
      </ul>
    </section>
  );
}

interface LineProps {
  count: number;
  /** In place of the count. */
  shown?: string;
  words: string;
  to: Readonly<Record<string, string>>;
}

function Line({ count, shown, words, to }: LineProps) {
  return (
    <li className={count === 0 ? 'subtle' : undefined}>
      <strong>{shown ?? countWords(count)}</strong>
      {count === 0 ? (
        <span>{words}</span>
      ) : (
        <button type="button" className="link-button" onClick={() => goTo(to)}>
          {words}
        </button>
      )}
    </li>
  );
}
