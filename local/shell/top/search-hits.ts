import { useEffect, useState } from 'react';
import { rest, wiki } from '../core/site';
import type { Issue } from '../jira/jira';

export interface Hit {
  path: string;
  title: string;
  note: string;
}

const PAUSE_MS = 200;
const OF_EACH = 6;
const KEY = /^[a-z][a-z0-9_]*-\d+$/i;

/** Hits for what is typed, a moment after the typing stops. */
export function useHits(text: string): readonly Hit[] {
  const [hits, setHits] = useState<readonly Hit[]>([]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') return setHits([]);
    let current = true;
    const timer = setTimeout(() => {
      void Promise.all([issues(wanted), pages(wanted)]).then((found) => current && setHits(found.flat()));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return hits;
}

/** A product that refuses has no hits: a person without a licence still finds what the other has. */
const orNone = (asked: Promise<Hit[]>): Promise<Hit[]> => asked.catch(() => []);

const quoted = (text: string) => `"${text.replace(/["\\]/g, '')}"`;

function issues(text: string): Promise<Hit[]> {
  const jql = KEY.test(text) ? `key = ${text.toUpperCase()}` : `text ~ ${quoted(text)} ORDER BY updated DESC`;
  return orNone(
    rest<{ issues: Issue[] }>('POST', '/search/jql', {
      jql,
      fields: ['summary', 'status', 'issuetype'],
      maxResults: OF_EACH,
    }).then(({ issues: found }) =>
      found.map(({ key, fields }) => ({
        path: `/browse/${key}`,
        title: fields.summary,
        note: `${key} · ${fields.issuetype.name}`,
      })),
    ),
  );
}

interface Found {
  results: { content?: { id: string; title: string; space?: { key: string; name?: string } } }[];
}

function pages(text: string): Promise<Hit[]> {
  const cql = `type = page AND (title ~ ${quoted(text)} OR text ~ ${quoted(text)})`;
  return orNone(
    wiki<Found>('GET', `/rest/api/search?limit=${OF_EACH}&cql=${encodeURIComponent(cql)}`).then(({ results }) =>
      results.flatMap(({ content }) =>
        content ? [{ path: `/wiki/content/${content.id}`, title: content.title, note: 'Page' }] : [],
      ),
    ),
  );
}
