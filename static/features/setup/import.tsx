import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import {
  CHECK_FILE,
  FILE_NOT_READ,
  FILE_NOT_TAKEN,
  fileWords,
  HOLDS_ON,
  IMPORT_INVENTORY,
  ROWS_SENT,
  SET_UP_FIRST,
  sendingWords,
  WHY_SET_UP_FIRST,
} from '../../../src/words/screens/setup/import';
import { call } from '../../shared/bridge/call';
import { CallError } from '../../shared/bridge/call-error';
import { usePlace } from '../../shared/place';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { ImportReport } from './import-report';
import { chunksOf, FileRefused, readInventoryFile } from './inventory-file';
import { MAPPINGS, type Mapping } from './mappings';
import { useProjects } from './projects';
import styles from './setup.module.css';

type Staging =
  | { state: 'choosing' }
  | { state: 'staging'; done: number; rows: number }
  | { state: 'refused'; error: FileRefused }
  | { state: 'failed'; error: CallError };

/** An inventory file becomes AI systems, records and risks: checked first, applied after it was seen. */
export function Import({ projectIds }: { projectIds: readonly string[] }) {
  const [importId, rememberImport] = usePlace('import');
  if (projectIds.length === 0) {
    return <EmptyState header={SET_UP_FIRST} headingLevel={2} description={WHY_SET_UP_FIRST} />;
  }
  if (importId !== null) return <ImportReport importId={importId} onLeave={() => rememberImport(null)} />;
  return <ImportForm projectIds={projectIds} onStaged={rememberImport} />;
}

function ImportForm({ projectIds, onStaged }: { projectIds: readonly string[]; onStaged: (importId: string) => void }) {
  const projects = useProjects(projectIds);
  const [projectId, setProjectId] = useState(projectIds[0] ?? '');
  const [mapping, setMapping] = useState<Mapping | null>(MAPPINGS[0] ?? null);
  const [asOf, setAsOf] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [staging, setStaging] = useState<Staging>({ state: 'choosing' });

  const stage = async (chosen: File, by: Mapping) => {
    try {
      setStaging({ state: 'staging', done: 0, rows: 0 });
      const { columns, rows } = await readInventoryFile(chosen, by);
      const { importId } = await call('import.start', {
        projectId,
        mapping: by.id,
        columns,
        asOf: by.asOf ?? (asOf || null),
      });
      let done = 0;
      for (const chunk of chunksOf(rows)) {
        setStaging({ state: 'staging', done, rows: rows.length });
        await call('import.stage', { importId, rows: chunk });
        done += chunk.length;
      }
      onStaged(importId);
    } catch (error) {
      if (error instanceof FileRefused) setStaging({ state: 'refused', error });
      else if (error instanceof CallError) setStaging({ state: 'failed', error });
      else throw error;
    }
  };

  const projectOptions = projectIds.map((id) => ({ value: id, label: projects.get(id)?.name ?? `Project ${id}` }));
  return (
    <section aria-labelledby="import">
      <Heading size="small" as="h2" id="import">
        {IMPORT_INVENTORY}
      </Heading>
      <div className={styles.field}>
        <label htmlFor="import-project">Project</label>
        <Select
          inputId="import-project"
          options={projectOptions}
          value={projectOptions.find((option) => option.value === projectId) ?? null}
          onChange={(option) => setProjectId(option?.value ?? '')}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor="import-mapping">Mapping</label>
        <Select<Mapping>
          inputId="import-mapping"
          options={MAPPINGS}
          value={mapping}
          getOptionValue={(option) => option.id}
          getOptionLabel={(option) => option.title}
          onChange={setMapping}
        />
      </div>
      {mapping?.asOf === null && (
        <div className={styles.field}>
          <label htmlFor="import-day">{HOLDS_ON}</label>
          <Textfield
            id="import-day"
            type="date"
            value={asOf}
            onChange={(event) => setAsOf(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={styles.field}>
        <label htmlFor="import-file">{fileWords(mapping?.encoding ?? null)}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.txt,text/csv"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          isDisabled={file === null || mapping === null || projectId === ''}
          isLoading={staging.state === 'staging'}
          onClick={() => file && mapping && void stage(file, mapping)}
        >
          {CHECK_FILE}
        </Button>
      </div>
      {staging.state === 'staging' && (
        <>
          <progress className={styles.progress} value={staging.done} max={staging.rows || 1} aria-label={ROWS_SENT} />
          <p role="status">{sendingWords(staging.done, staging.rows)}</p>
        </>
      )}
      {staging.state === 'refused' && (
        <SectionMessage appearance="error" title={FILE_NOT_READ}>
          <p>{staging.error.message}</p>
          <p>{staging.error.remedy}</p>
        </SectionMessage>
      )}
      {staging.state === 'failed' && <FailureBanner error={staging.error} title={FILE_NOT_TAKEN} />}
    </section>
  );
}
