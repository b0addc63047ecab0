import DynamicTable from '@atlaskit/dynamic-table';
import { Link } from '../../core/address';
import { momentOf } from '../../core/moment';
import { Page } from '../../core/page';
import { useNameOf } from '../../core/people';
import { Loaded } from '../../core/refusal';
import { useWiki } from '../../core/site';
import { useTitle } from '../../core/title';
import { addressOfHistory, addressOfPage, type Listed, type PageHead, type Version } from '../confluence';
import { RestoreButton } from './restore-button';

const HEAD = {
  cells: [
    { key: 'version', content: 'Version', width: 15 },
    { key: 'when', content: 'When', width: 25 },
    { key: 'who', content: 'Who', width: 25 },
    { key: 'message', content: 'Message', width: 20 },
    { key: 'restore', content: <span className="unseen">Restore</span>, width: 15 },
  ],
};

/** The versions of a page, newest first. */
export function HistoryPage({ spaceKey, pageId }: { spaceKey: string; pageId: string }) {
  const page = useWiki<PageHead>(`/api/v2/pages/${pageId}`);
  const versions = useWiki<Listed<Version>>(`/api/v2/pages/${pageId}/versions?limit=250&sort=-modified-date`);
  const nameOf = useNameOf();
  useTitle('Version history', 'Confluence');
  const reload = () => {
    page.reload();
    versions.reload();
  };
  return (
    <Loaded read={page} label="Loading the page">
      {({ title, version: current }) => (
        <Page title="Version history" crumbs={[{ text: title, to: addressOfPage(spaceKey, pageId) }]}>
          <Loaded read={versions} label="Loading the versions">
            {({ results }) => (
              <DynamicTable
                label="Versions"
                head={HEAD}
                rowsPerPage={25}
                rows={[...results]
                  .sort((a, b) => b.number - a.number)
                  .map(({ number, createdAt, authorId, message }) => ({
                    key: String(number),
                    cells: [
                      {
                        key: number,
                        content:
                          number === current.number ? (
                            <Link to={addressOfPage(spaceKey, pageId)}>{`Version ${number}, current`}</Link>
                          ) : (
                            <Link to={`${addressOfHistory(spaceKey, pageId)}/${number}`}>{`Version ${number}`}</Link>
                          ),
                      },
                      { key: createdAt, content: momentOf(createdAt) },
                      { key: authorId, content: nameOf(authorId) },
                      { key: message, content: message || '–' },
                      {
                        key: 'restore',
                        content: number !== current.number && (
                          <RestoreButton pageId={pageId} number={number} onRestored={reload} />
                        ),
                      },
                    ],
                  }))}
              />
            )}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}
