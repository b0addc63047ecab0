import type { AdfNode } from '../site/adf';
import { elementsOf, type Rendered } from './elements';

const VOID = new Set(['br', 'hr', 'col']);

const inert = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A document as HTML. Every text and attribute is escaped and tags come from a closed set, so that nothing of a page is
 * markup of its own. A macro is drawn as its body, or as nothing.
 */
export function renderHtml(document: { readonly content?: readonly AdfNode[] | undefined }): string {
  return elementsOf(document.content).map(write).join('');
}

function write(part: Rendered): string {
  if (typeof part === 'string') return inert(part);
  if ('macro' in part) return part.children.map(write).join('');
  const style = Object.entries(part.style ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  const attributes = Object.entries({ ...part.attributes, ...(style === '' ? {} : { style }) })
    .map(([name, value]) => ` ${name}="${inert(value)}"`)
    .join('');
  if (VOID.has(part.tag)) return `<${part.tag}${attributes} />`;
  return `<${part.tag}${attributes}>${part.children.map(write).join('')}</${part.tag}>`;
}
