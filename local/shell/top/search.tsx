import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { type KeyboardEvent, useId, useState } from 'react';
import { go } from '../core/address';
import { useHits } from './search-hits';

/** Finds issues by key or words and pages by words; Enter opens the chosen hit, or all of them. */
export function Search({ product }: { product: 'Jira' | 'Confluence' }) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const hits = useHits(open ? text : '');
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const follow = (path: string) => {
    close();
    setText('');
    go(path);
  };
  const all =
    product === 'Jira'
      ? `/issues?jql=${encodeURIComponent(`text ~ "${text.replace(/["\\]/g, '')}" ORDER BY updated DESC`)}`
      : `/wiki/search?text=${encodeURIComponent(text)}`;
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close();
    if (event.key === 'Enter' && text.trim() !== '') return follow(hits[at]?.path ?? all);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setAt((now) => Math.max(-1, Math.min(hits.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))));
  };
  const shown = open && hits.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known to every reader yet
    <div
      className="search"
      role="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <Textfield
        isCompact
        aria-label="Search issues and pages"
        placeholder="Search"
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        value={text}
        elemBeforeInput={
          <span className="search-icon">
            <SearchIcon label="" />
          </span>
        }
        onChange={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={pressed}
      />
      <div id={list} role="listbox" aria-label="Hits" className="search-hits" hidden={!shown}>
        {hits.map(({ path, title, note }, index) => (
          <div
            key={path}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="search-hit"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => follow(path)}
            onKeyDown={() => undefined}
          >
            <span>{title}</span>
            <span className="subtle small">{note}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
