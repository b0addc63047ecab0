import { IconButton } from '@atlaskit/button/new';
import AppsIcon from '@atlaskit/icon/core/apps';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { macroExtension } from '../../host/macros/node';
import type { AdfNode } from '../adf/adf';
import { type MacroPage, macroOf } from '../confluence/macro/macro';
import { useSession } from '../core/session';
import { ModuleFrame } from '../frames/module-frame';
import type { MacroSlot } from './macro-node-view';

interface Props {
  slot: MacroSlot;
  page: MacroPage;
  onConfigure: (slot: MacroSlot) => void;
  onMove: (slot: MacroSlot, direction: 'up' | 'down') => void;
  onRemove: (slot: MacroSlot) => void;
}

/** A macro in the editor: its name, what one does to it, and how it will look. */
export function MacroCard({ slot, page, onConfigure, onMove, onRemove }: Props) {
  const adf = slot.node.attrs.adf as AdfNode;
  const place = macroOf(adf, useSession());
  const title = place?.module.title ?? (String(adf.attrs?.text ?? '') || 'Macro');
  const isAtom = slot.node.isAtom;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={`Macro ${title}`}>
      <div className="macro-card-head">
        <AppsIcon label="" size="small" />
        <strong>{title}</strong>
        {!isAtom && <span className="subtle small">Its text stands below</span>}
        <span className="gap" />
        {place?.module.config && (
          <IconButton
            icon={SettingsIcon}
            label={`Configure ${title}`}
            appearance="subtle"
            spacing="compact"
            onClick={() => onConfigure(slot)}
          />
        )}
        <IconButton
          icon={ArrowUpIcon}
          label={`Move ${title} up`}
          appearance="subtle"
          spacing="compact"
          onClick={() => onMove(slot, 'up')}
        />
        <IconButton
          icon={ArrowDownIcon}
          label={`Move ${title} down`}
          appearance="subtle"
          spacing="compact"
          onClick={() => onMove(slot, 'down')}
        />
        <IconButton
          icon={DeleteIcon}
          label={`Remove ${title}`}
          appearance="subtle"
          spacing="compact"
          onClick={() => onRemove(slot)}
        />
      </div>
      {place && isAtom && (
        <div className="macro-card-preview">
          <ModuleFrame
            moduleKey={place.module.key}
            localId={place.macro.localId}
            title={`${title}, preview`}
            extension={macroExtension(place.macro, { ...page, isEditing: true })}
          />
        </div>
      )}
      {!place && <p className="subtle">This macro is not available on this site. It is kept as it is.</p>}
    </div>
  );
}
