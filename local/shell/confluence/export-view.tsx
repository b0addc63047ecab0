import '../styles/confluence.css';
import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import type { Adf } from '../adf/adf';
import { AdfView } from '../adf/adf-view';
import { momentOf } from '../core/moment';
import { useNameOf } from '../core/people';
import { Loaded } from '../core/refusal';
import { useRead, useWiki } from '../core/site';
import { useTitle } from '../core/title';
import type { Page } from './confluence';

/** What a page is exported to: its text with what the app's `adfExport` puts in place of the macros; printed as PDF. */
export default function ExportView({ pageId }: { pageId: string }) {
  const page = useWiki<Page>(`/api/v2/pages/${pageId}`);
  const body = useRead<{ document: Adf }>('/local/export', 'POST', { pageId, exportType: 'pdf' });
  const nameOf = useNameOf();
  return (
    <main className="export">
      <Loaded read={page} label="Loading the page">
        {({ title, version }) => (
          <Loaded read={body} label="Exporting the page">
            {({ document }) => (
              <article>
                <ExportTitle title={title} />
                <div className="export-bar">
                  <Button appearance="primary" onClick={() => print()}>
                    Print or save as PDF
                  </Button>
                </div>
                <h1>{title}</h1>
                <p className="subtle small">
                  Version {version.number}, {momentOf(version.createdAt)}, {nameOf(version.authorId)}
                </p>
                <AdfView document={document} />
              </article>
            )}
          </Loaded>
        )}
      </Loaded>
    </main>
  );
}

/** A printed file is named after the page. */
function ExportTitle({ title }: { title: string }) {
  useTitle(title, 'Confluence');
  useEffect(() => {
    document.documentElement.dataset.exportReady = 'true';
    return () => {
      delete document.documentElement.dataset.exportReady;
    };
  }, []);
  return null;
}
