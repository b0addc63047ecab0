import Button from '@atlaskit/button/new';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Adf } from '../adf/adf';
import type { MacroPage } from '../confluence/macro/macro';
import { guardLeaving } from '../core/address';
import { Refusal } from '../core/refusal';
import { asRefused, type Refused } from '../core/site';
import { Editor } from './editor';

export interface Draft {
  title: string;
  document: Adf;
  message: string;
}

interface Props {
  title: string;
  document: Adf;
  page: MacroPage;
  /** The word on the button. */
  publish: string;
  /** Asks for a word about the change. */
  hasMessage: boolean;
  before?: ReactNode;
  /** Publishes and leaves. `overwrite` follows a conflict. Throws Refused with what Confluence said. */
  onPublish: (draft: Draft, overwrite: boolean) => Promise<void>;
  /** Keeps what has been written for later; absent where drafts are not kept. Throws Refused. */
  onSaveDraft?: (draft: Draft) => Promise<void>;
  onCancel: () => void;
}

const CONFLICT = 409;
const QUESTION = 'Your changes are not published. Leave and lose them?';

/** Title and text of a page that is being written. Unsaved text is not lost without a question. */
export function PageForm({
  title: given,
  document: start,
  page,
  publish,
  hasMessage,
  before,
  onPublish,
  onSaveDraft,
  onCancel,
}: Props) {
  const [title, setTitle] = useState(given);
  const [message, setMessage] = useState('');
  const [error, setError] = useState<Refused | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const read = useRef<() => Adf>(() => start);
  const isDirty = useRef(false);

  useEffect(() => {
    const stop = guardLeaving(() => !isDirty.current || confirm(QUESTION));
    const unloading = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault();
    };
    addEventListener('beforeunload', unloading);
    return () => {
      stop();
      removeEventListener('beforeunload', unloading);
    };
  }, []);

  const send = async (overwrite: boolean) => {
    setWorking(true);
    const wasDirty = isDirty.current;
    isDirty.current = false;
    try {
      await onPublish({ title: title.trim(), document: read.current(), message }, overwrite);
    } catch (refused) {
      isDirty.current = wasDirty;
      setError(asRefused(refused));
      setWorking(false);
    }
  };

  const save = async (keep: NonNullable<typeof onSaveDraft>) => {
    try {
      isDirty.current = false;
      await keep({ title: title.trim(), document: read.current(), message });
      setError(null);
      setSaved(true);
    } catch (refused) {
      isDirty.current = true;
      setError(asRefused(refused));
    }
  };
  const change = () => {
    isDirty.current = true;
    setSaved(false);
  };

  return (
    <div className="page editor-page">
      <div className="editor-bar">
        {hasMessage && (
          <Textfield
            isCompact
            aria-label="What has changed (optional)"
            placeholder="What has changed (optional)"
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
        )}
        <span className="gap" />
        <span className="subtle small" role="status">
          {isSaved && 'The draft is saved'}
        </span>
        {onSaveDraft && (
          <Button appearance="subtle" onClick={() => void save(onSaveDraft)}>
            Save draft
          </Button>
        )}
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          appearance="primary"
          isDisabled={title.trim() === ''}
          isLoading={isWorking}
          onClick={() => void send(false)}
        >
          {publish}
        </Button>
      </div>
      {error?.status === CONFLICT && hasMessage ? (
        <div role="alert">
          <SectionMessage
            appearance="warning"
            title="Somebody else has published this page meanwhile"
            actions={[
              <SectionMessageAction key="keep" onClick={() => void send(true)}>
                Publish my text as the newest version
              </SectionMessageAction>,
              <SectionMessageAction key="look" href={location.pathname.replace('/edit-v2', '')} target="_blank">
                Look at the other version
              </SectionMessageAction>,
            ]}
          >
            <p>Nothing of yours is lost: your text is still below. Their version stays in the history.</p>
          </SectionMessage>
        </div>
      ) : (
        error && <Refusal error={error} />
      )}
      {before}
      <h1 className="editor-title">
        <input
          aria-label="Title of the page"
          placeholder="Give this page a title"
          value={title}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
            change();
          }}
        />
      </h1>
      <Editor
        document={start}
        page={page}
        onChange={(document) => {
          read.current = document;
          change();
        }}
      />
    </div>
  );
}
