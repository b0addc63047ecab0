import type { AdfNode } from '../document/adf';
import { contributionRole } from './contribution';
import type { ItemFact } from './item-fact';

/** Fewer characters of description than these say nothing of what was done. */
export const ENOUGH_CHARACTERS = 40;

/** Where Confluence keeps its pages, whatever the site is called. */
const PAGE_ADDRESS = /^https?:\/\/[^/]+\/wiki\//;
/** Cards of a page that somebody has pasted: they hold its address, and no text. */
const CARDS: ReadonlySet<string> = new Set(['inlineCard', 'blockCard', 'embedCard']);

/** Whether an address is that of a page of Confluence. */
export const isPageAddress = (address: unknown): boolean => typeof address === 'string' && PAGE_ADDRESS.test(address);

/** Whether a description says enough by itself, or shows a page. Anything else than a document of Atlassian's format says nothing. */
export function saysEnough(description: unknown): boolean {
  if (!isNode(description)) return false;
  const text = textOf(description).replace(/\s+/g, ' ').trim();
  return [...text].length >= ENOUGH_CHARACTERS || showsPage(description);
}

/** What comes from Jira is of its form, or else nothing. */
const isNode = (value: unknown): value is AdfNode => typeof value === 'object' && value !== null;
const childrenOf = ({ content }: AdfNode): readonly AdfNode[] => (Array.isArray(content) ? content.filter(isNode) : []);

/** Whatever is no text stands for a space, such as the end of a paragraph. */
const textOf = (node: AdfNode): string =>
  typeof node.text === 'string' ? node.text : ` ${childrenOf(node).map(textOf).join('')} `;

const showsPage = (node: AdfNode): boolean => isPageCard(node) || childrenOf(node).some(showsPage);

const isPageCard = ({ type, attrs, marks }: AdfNode): boolean =>
  (CARDS.has(type) && isPageAddress(attrs?.url)) ||
  (Array.isArray(marks) && marks.some((mark) => mark?.type === 'link' && isPageAddress(mark.attrs?.href)));

/** Done work, or a plain record: it proves something, unless it is empty. */
export const isDoneWork = (item: ItemFact): boolean => {
  const role = item.kind === 'work' ? contributionRole(item) : null;
  return (role === 'implements' || role === 'evidences') && item.progress === 'done' && !item.cancelled;
};

/** It proves nothing. */
export const isEmpty = (item: ItemFact): boolean => item.empty === true && isDoneWork(item);
