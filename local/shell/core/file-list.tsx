import '../styles/files.css';
import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useRef, useState } from 'react';
import { momentOf } from './moment';
import { Refusal } from './refusal';
import { asRefused, type Refused } from './site';

/** A file of an issue or a page, as its list shows it. */
export interface ListedFile {
  id: string;
  name: string;
  size: number;
  author: string;
  created: string;
  /** Where its bytes are. */
  href: string;
}

interface Props {
  files: readonly ListedFile[];
  /** Absent where nothing may be added. Throws Refused. */
  onAdd?: (files: FileList) => Promise<void>;
  onRemove?: (file: ListedFile) => Promise<void>;
}

/** Files with who added them and when, to be saved, added and removed. */
export function FileRows({ files, onAdd, onRemove }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<Refused | null>(null);
  const [isWorking, setWorking] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setWorking(true);
    try {
      await work();
      setError(null);
    } catch (refused) {
      setError(asRefused(refused));
    }
    setWorking(false);
  };
  return (
    <div className="files">
      {files.length === 0 && <p className="subtle">No files yet.</p>}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <a href={file.href} download={file.name} className="file-name">
                {file.name}
              </a>
              <span className="subtle small">
                {sizeOf(file.size)} · {file.author} · {momentOf(file.created)}
              </span>
              {onRemove && (
                <IconButton
                  icon={CrossIcon}
                  label={`Remove ${file.name}`}
                  appearance="subtle"
                  spacing="compact"
                  onClick={() => void attempt(() => onRemove(file))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {error && <Refusal error={error} />}
      {onAdd && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label="Files to attach"
            onChange={({ currentTarget }) => {
              const { files: chosen } = currentTarget;
              if (chosen && chosen.length > 0)
                void attempt(() => onAdd(chosen)).then(() => {
                  currentTarget.value = '';
                });
            }}
          />
          <Button isLoading={isWorking} onClick={() => input.current?.click()}>
            Attach files
          </Button>
        </>
      )}
    </div>
  );
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

function sizeOf(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  return `${(bytes / 1024 ** unit).toFixed(unit === 0 ? 0 : 1)} ${UNITS[unit]}`;
}
