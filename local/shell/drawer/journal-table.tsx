import WarningIcon from '@atlaskit/icon/core/status-warning';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Waiting } from '../core/waiting';
import { filtered, type Journal, type TabOf } from './journal';

const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** The newest entries of one kind. */
export function JournalTable({ journal, tab }: { journal: Journal | null; tab: TabOf }) {
  const [words, setWords] = useState('');
  if (!journal) return <Waiting label="Loading the journal" />;
  const entries = journal[tab.kind];
  const shown = filtered(entries, words, tab);
  const points = journal.product.reduce((sum, entry) => sum + Number(entry.points ?? 0), 0);
  return (
    <div className="journal">
      <div>
        <Textfield
          isCompact
          aria-label={`Filter ${tab.name}`}
          placeholder="Filter by words"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <p className="subtle small">
        {journal.totals[tab.kind] ?? 0} since the site started; the last {entries.length} are kept here
        {tab.kind === 'product' && `, they cost ${points} points`}.
      </p>
      {shown.length === 0 ? (
        <p className="subtle">{words === '' ? 'Nothing yet.' : 'Nothing holds these words.'}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
        <section className="journal-scroll" aria-label={`${tab.name}, newest first`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col" className="journal-time">
                  Time
                </th>
                {tab.columns.map(({ title, width }) => (
                  <th key={title} scope="col" style={{ width }}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((entry, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own
                <tr key={index}>
                  <td className="journal-time">
                    {CLOCK.format(entry.at)}
                    {tab.isBad(entry) && <WarningIcon label="went wrong" size="small" color="currentColor" />}
                  </td>
                  {tab.columns.map(({ title, of, isCode }) => (
                    <td key={title}>{isCode ? <code>{of(entry)}</code> : of(entry)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
