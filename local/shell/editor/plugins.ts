import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, type Plugin, TextSelection } from 'prosemirror-state';
import { nextCell, nodeType, setBlock, toggle, toggleList, toggleWrap } from './commands';

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodeType('hardBreak').create()).scrollIntoView());
  return true;
};

/** The keys of Confluence's editor. */
const KEYS: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-b': toggle('strong'),
  'Mod-i': toggle('em'),
  'Mod-u': toggle('underline'),
  'Mod-Shift-s': toggle('strike'),
  'Mod-Shift-m': toggle('code'),
  'Mod-Alt-0': setBlock('paragraph'),
  'Mod-Alt-1': setBlock('heading', { level: 1 }),
  'Mod-Alt-2': setBlock('heading', { level: 2 }),
  'Mod-Alt-3': setBlock('heading', { level: 3 }),
  'Mod-Alt-4': setBlock('heading', { level: 4 }),
  'Mod-Shift-7': toggleList('orderedList'),
  'Mod-Shift-8': toggleList('bulletList'),
  'Mod-Shift-9': toggleWrap('blockquote'),
  'Shift-Enter': chainCommands(exitCode, breakLine),
  Enter: splitListItem(nodeType('listItem')),
  Tab: chainCommands(nextCell(1), sinkListItem(nodeType('listItem'))),
  'Shift-Tab': chainCommands(nextCell(-1), liftListItem(nodeType('listItem'))),
};

/** Three dashes on a line of their own become a rule. */
const ruleOnDashes: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || $from.parent.textContent !== '---') return false;
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), nodeType('rule'))) return false;
  const rule = [nodeType('rule').create(), nodeType('paragraph').create()];
  const tr = state.tr.replaceWith($from.before(), $from.after(), rule);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 2))).scrollIntoView());
  return true;
};

export function editorPlugins(): Plugin[] {
  return [
    inputRules({
      rules: [
        textblockTypeInputRule(/^(#{1,4})\s$/, nodeType('heading'), (match) => ({ level: match[1]?.length ?? 1 })),
        wrappingInputRule(/^\s*[-*]\s$/, nodeType('bulletList')),
        wrappingInputRule(/^(\d+)\.\s$/, nodeType('orderedList'), (match) => ({ order: Number(match[1]) })),
        wrappingInputRule(/^\s*>\s$/, nodeType('blockquote')),
        textblockTypeInputRule(/^```$/, nodeType('codeBlock')),
      ],
    }),
    keymap({ ...KEYS, Enter: chainCommands(ruleOnDashes, KEYS.Enter as Command) }),
    keymap(baseKeymap),
    history(),
  ];
}
