import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AddIcon from '@atlaskit/icon/core/add';
import CodeIcon from '@atlaskit/icon/core/angle-brackets';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import LinkIcon from '@atlaskit/icon/core/link';
import BulletsIcon from '@atlaskit/icon/core/list-bulleted';
import NumbersIcon from '@atlaskit/icon/core/list-numbered';
import RedoIcon from '@atlaskit/icon/core/redo';
import BoldIcon from '@atlaskit/icon/core/text-bold';
import ItalicIcon from '@atlaskit/icon/core/text-italic';
import StrikeIcon from '@atlaskit/icon/core/text-strikethrough';
import UnderlineIcon from '@atlaskit/icon/core/text-underline';
import UndoIcon from '@atlaskit/icon/core/undo';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { type RefObject, useState } from 'react';
import { hasMark, isInside, setBlock, setLink, toggle, toggleList } from './commands';
import type { Insertable } from './insertables';
import { LinkDialog } from './link-dialog';

interface Props {
  state: EditorState;
  run: (command: Command) => void;
  insertables: readonly Insertable[];
  onInsert: (insertable: Insertable) => void;
  /** The text: the menus give the focus back to it. */
  text: RefObject<HTMLElement>;
}

const MARKS = [
  { mark: 'strong', label: 'Bold', Icon: BoldIcon },
  { mark: 'em', label: 'Italic', Icon: ItalicIcon },
  { mark: 'underline', label: 'Underline', Icon: UnderlineIcon },
  { mark: 'strike', label: 'Strikethrough', Icon: StrikeIcon },
  { mark: 'code', label: 'Code', Icon: CodeIcon },
] as const;
const LEVELS = [1, 2, 3, 4];

function styleOf(state: EditorState): string {
  const { parent } = state.selection.$from;
  if (parent.type.name === 'heading') return `Heading ${parent.attrs.level}`;
  return parent.type.name === 'codeBlock' ? 'Code block' : 'Normal text';
}

/** The editor's tools; each says by its look whether it holds where the cursor is. */
export function Toolbar({ state, run, insertables, onInsert, text }: Props) {
  const [linking, setLinking] = useState(false);
  return (
    <div className="toolbar" role="toolbar" aria-label="Editor tools">
      <IconButton
        icon={UndoIcon}
        label="Undo"
        appearance="subtle"
        isDisabled={!undo(state)}
        onClick={() => run(undo)}
      />
      <IconButton
        icon={RedoIcon}
        label="Redo"
        appearance="subtle"
        isDisabled={!redo(state)}
        onClick={() => run(redo)}
      />
      <DropdownMenu<HTMLButtonElement>
        label="Text styles"
        returnFocusRef={text}
        trigger={({ triggerRef, ...trigger }) => (
          <Button ref={triggerRef} {...trigger} appearance="subtle" iconAfter={ChevronDownIcon}>
            {styleOf(state)}
            <span className="unseen">, change text style</span>
          </Button>
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => run(setBlock('paragraph'))}>Normal text</DropdownItem>
          {LEVELS.map((level) => (
            <DropdownItem key={level} onClick={() => run(setBlock('heading', { level }))}>
              {`Heading ${level}`}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {MARKS.map(({ mark, label, Icon }) => (
        <IconButton
          key={mark}
          icon={Icon}
          label={label}
          appearance="subtle"
          isSelected={hasMark(state, mark)}
          onClick={() => run(toggle(mark))}
        />
      ))}
      <IconButton
        icon={LinkIcon}
        label={hasMark(state, 'link') ? 'Remove link' : 'Link'}
        appearance="subtle"
        isSelected={hasMark(state, 'link')}
        isDisabled={state.selection.empty}
        onClick={() => (hasMark(state, 'link') ? run(setLink(null)) : setLinking(true))}
      />
      <IconButton
        icon={BulletsIcon}
        label="Bullet list"
        appearance="subtle"
        isSelected={isInside(state, 'bulletList')}
        onClick={() => run(toggleList('bulletList'))}
      />
      <IconButton
        icon={NumbersIcon}
        label="Numbered list"
        appearance="subtle"
        isSelected={isInside(state, 'orderedList')}
        onClick={() => run(toggleList('orderedList'))}
      />
      <DropdownMenu<HTMLButtonElement>
        label="Insert"
        returnFocusRef={text}
        appearance="tall"
        trigger={({ triggerRef, ...trigger }) => (
          <Button ref={triggerRef} {...trigger} appearance="subtle" iconBefore={AddIcon}>
            Insert
          </Button>
        )}
      >
        <DropdownItemGroup>
          {insertables.map((insertable) => (
            <DropdownItem
              key={insertable.name}
              description={insertable.description}
              elemBefore={<insertable.Icon label="" />}
              onClick={() => onInsert(insertable)}
            >
              {insertable.title}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {linking && (
        <LinkDialog
          onClose={() => setLinking(false)}
          onLink={(href) => {
            setLinking(false);
            run(setLink(href));
          }}
        />
      )}
    </div>
  );
}
