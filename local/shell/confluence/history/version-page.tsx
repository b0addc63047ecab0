import SectionMessage from '@atlaskit/section-message';
import { go, Link } from '../../core/address';
import { momentOf } from '../../core/moment';
import { Page as PageFrame } from '../../core/page';
import { useNameOf } from '../../core/people';
import { Loaded } from '../../core/refusal';
import { useWiki } from '../../core/site';
import { useTitle } from '../../core/title';
import { addressOfHistory, addressOfPage, type Page } from '../confluence';
import { PageBody } from '../page/page-view';
import { InSpace } from '../spaces/in-space';
import { RestoreButton } from './restore-button';

interface Props {
  spaceKey: string;
  pageId: string;
  number: number;
}

/** An older version of a page, as it read then. */
export function VersionPage({ spaceKey, pageId, number }: Props) {
  const read = useWiki<Page>(`/api/v2/pages/${pageId}?body-format=atlas_doc_format&version=${number}`);
  const nameOf = useNameOf();
  useTitle(`Version ${number}`, 'Confluence');
  return (
    <InSpace spaceKey={spaceKey}>
      {(space) => (
        <Loaded read={read} label="Loading the version">
          {(page) => (
            <PageFrame
              title={page.title}
              crumbs={[
                { text: space.name, to: `/wiki/spaces/${spaceKey}` },
                { text: 'Version history', to: addressOfHistory(spaceKey, pageId) },
              ]}
              actions={
                <RestoreButton pageId={pageId} number={number} onRestored={() => go(addressOfPage(spaceKey, pageId))} />
              }
            >
              <SectionMessage appearance="information">
                <p>
                  Version {number} of {momentOf(page.version.createdAt)} by {nameOf(page.version.authorId)}.{' '}
                  <Link to={addressOfPage(spaceKey, pageId)}>Current version</Link>
                </p>
              </SectionMessage>
              <div className="version-body">
                <PageBody space={space} page={page} />
              </div>
            </PageFrame>
          )}
        </Loaded>
      )}
    </InSpace>
  );
}
