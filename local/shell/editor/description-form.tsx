import '../styles/editor.css';
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { Adf } from '../adf/adf';
import { Refusal } from '../core/refusal';
import { asRefused, type Refused } from '../core/site';
import { Editor } from './editor';

interface Props {
  document: Adf;
  /** Throws Refused with what Jira said. */
  onSave: (document: Adf) => Promise<void>;
  onCancel: () => void;
}

/** The description of an issue in the editor: formatting that is there stays. Issues hold no macros. */
export default function DescriptionForm({ document, onSave, onCancel }: Props) {
  const read = useRef<() => Adf>(() => document);
  const [error, setError] = useState<Refused | null>(null);
  const save = async () => {
    try {
      await onSave(read.current());
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <div className="description-form">
      <Editor
        document={document}
        page={null}
        label="Description"
        onChange={(next) => {
          read.current = next;
        }}
      />
      {error && <Refusal error={error} />}
      <div className="buttons">
        <Button appearance="primary" onClick={() => void save()}>
          Save
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
