import { useState } from 'react';
import { asFileWords, FILE_TO_CHECK, NO_FILE, savedAsWords } from '../../../src/words/screens/statement/versions';
import { useTask } from '../../shared/hooks/use-task';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import type { Statement } from './statement';

/** The version in force as a file: CSV for people and spreadsheets, JSON for whoever wants to compute the fingerprint again. */
export function Exports({ statement }: { statement: Statement }) {
  const [done, setDone] = useState<string | null>(null);
  const { action, run } = useTask(async (format: 'csv' | 'json') => {
    const { exported } = await import('./export');
    const file = await exported(statement, format);
    saveAs(file);
    setDone(file.name);
  });
  if (statement.inForce === null) return null;
  return (
    <div className={layout.buttons}>
      <span>{asFileWords(statement.inForce.version)}</span>
      <LinkButton onClick={() => void run('csv')}>CSV</LinkButton>
      <LinkButton onClick={() => void run('json')}>{FILE_TO_CHECK}</LinkButton>
      {done && action.state === 'done' && (
        <span className={texts.aside} role="status">
          {savedAsWords(done)}
        </span>
      )}
      {action.state === 'failed' && <FailureBanner error={action.error} title={NO_FILE} />}
    </div>
  );
}

function saveAs({ name, text, type }: { name: string; text: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
