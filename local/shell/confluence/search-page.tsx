import EmptyState from '@atlaskit/empty-state';
import { Link, useQuery } from '../core/address';
import { Page } from '../core/page';
import { Loaded } from '../core/refusal';
import { useWiki } from '../core/site';
import { useTitle } from '../core/title';

interface Found {
  results: { title: string; excerpt?: string; content?: { id: string; title: string } }[];
}

const LIMIT = 50;

/** Pages that hold the words. */
export function SearchPage() {
  const text = useQuery('text') ?? '';
  useTitle(text === '' ? 'Search' : `Search for ${text}`, 'Confluence');
  const quoted = `"${text.replace(/["\\]/g, '')}"`;
  const cql = text === '' ? 'type = page' : `type = page AND (title ~ ${quoted} OR text ~ ${quoted})`;
  const read = useWiki<Found>(`/rest/api/search?limit=${LIMIT}&cql=${encodeURIComponent(cql)}`);
  return (
    <Page title={text === '' ? 'All pages' : `Pages with “${text}”`}>
      <Loaded read={read} label="Searching">
        {({ results }) => {
          const pages = results.flatMap(({ content }) => (content ? [content] : []));
          return pages.length === 0 ? (
            <EmptyState header="No page holds these words" description="Use the field at the top to search again." />
          ) : (
            <ul className="hits">
              {pages.map(({ id, title }) => (
                <li key={id}>
                  <Link to={`/wiki/content/${id}`}>{title}</Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
