import CodeIcon from '@atlaskit/icon/core/angle-brackets';
import AppsIcon from '@atlaskit/icon/core/apps';
import MinusIcon from '@atlaskit/icon/core/minus';
import QuoteIcon from '@atlaskit/icon/core/quotation-mark';
import InformationIcon from '@atlaskit/icon/core/status-information';
import TableIcon from '@atlaskit/icon/core/table';
import type { Command } from 'prosemirror-state';
import type { Module } from '../core/session';
import { insertBlock, newTable, nodeType, setBlock, toggleWrap } from './commands';

/** One entry of the insert menus. */
export interface Insertable {
  name: string;
  title: string;
  description: string;
  Icon: typeof AppsIcon;
  /** The macro, or what a plain element does. */
  what: { macro: Module } | { command: Command };
}

const ELEMENTS: readonly Insertable[] = [
  {
    name: 'table',
    title: 'Table',
    description: 'Three by three, with heads',
    Icon: TableIcon,
    what: { command: (state, dispatch) => insertBlock(newTable())(state, dispatch) },
  },
  {
    name: 'panel',
    title: 'Panel',
    description: 'A note that stands out',
    Icon: InformationIcon,
    what: { command: toggleWrap('panel') },
  },
  {
    name: 'quote',
    title: 'Quote',
    description: 'What somebody said or wrote',
    Icon: QuoteIcon,
    what: { command: toggleWrap('blockquote') },
  },
  {
    name: 'code',
    title: 'Code',
    description: 'A block of code',
    Icon: CodeIcon,
    what: { command: setBlock('codeBlock') },
  },
  {
    name: 'rule',
    title: 'Divider',
    description: 'A line between parts',
    Icon: MinusIcon,
    what: { command: (state, dispatch) => insertBlock(nodeType('rule').create())(state, dispatch) },
  },
];

/** The app's macros first, then the elements that every page may hold. */
export function insertablesOf(macros: readonly Module[]): Insertable[] {
  return [
    ...macros
      .filter(({ hidden }) => !hidden)
      .map((macro) => ({
        name: macro.key,
        title: macro.title,
        description: macro.description ?? 'Macro of the app',
        Icon: AppsIcon,
        what: { macro },
      })),
    ...ELEMENTS,
  ];
}

/** Those whose title or description holds the words. */
export function matching(all: readonly Insertable[], words: string): Insertable[] {
  const wanted = words.toLowerCase();
  return all.filter(({ title, description }) => `${title} ${description}`.toLowerCase().includes(wanted));
}
