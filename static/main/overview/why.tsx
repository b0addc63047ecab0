import { IssueLink } from '../../shared/issue-link';
import { reasonWords } from '../../shared/reason-words';
import { StateLozenge } from '../../shared/state-lozenge';
import type { Detail } from './requirement-detail';

type Cell = Detail['cells'][number];
type Reason = Cell['reasons'][number];

/** The rules that matched, with the items that the viewer may open; the others are only counted. */
export function Why({ detail }: { detail: Detail }) {
  const { cells, notListed, tile } = detail;
  const own = cells.filter((cell) => cell.system === null);
  const systems = cells.filter((cell) => cell.system !== null);
  return (
    <div className="why">
      {cells.length === 0 && notListed === 0 && (
        <ul>
          {tile.reasons.length === 0 && <li>Nothing is linked</li>}
          {tile.reasons.map((reason) => (
            <li key={reason.code}>{reasonWords(reason)}</li>
          ))}
        </ul>
      )}
      {own.map((cell) => (
        <Reasons key="organisation" reasons={cell.reasons} />
      ))}
      {systems.length > 0 && (
        <ul className="why-systems">
          {systems.map((cell) => (
            <li key={cell.system?.key}>
              <StateLozenge state={cell.state} />{' '}
              {cell.system && (
                <>
                  <IssueLink issueKey={cell.system.key} /> {cell.system.summary}
                </>
              )}
              <Reasons reasons={cell.reasons} />
            </li>
          ))}
        </ul>
      )}
      {notListed > 0 && (
        <p className="subtle small">
          {systems.length > 0 ? 'and ' : ''}
          {notListed} {notListed === 1 ? 'AI system' : 'AI systems'} counted but not listed: beyond this list, or not
          yours to see
        </p>
      )}
    </div>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.detail ?? ''}`}>
          {reasonWords(reason)}
          <Items reason={reason} />
        </li>
      ))}
    </ul>
  );
}

function Items({ reason }: { reason: Reason }) {
  const { items, hidden } = reason;
  if (items.length === 0 && hidden === 0) return null;
  return (
    <span className="why-items">
      {': '}
      {items.map((item, index) => (
        <span key={item.key}>
          {index > 0 && ', '}
          <IssueLink issueKey={item.key} /> {item.summary}
        </span>
      ))}
      {hidden > 0 && (
        <span className="subtle">
          {items.length > 0 ? ' and ' : ''}
          {hidden} that you may not see
        </span>
      )}
    </span>
  );
}
