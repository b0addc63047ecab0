import { createElement, type ReactNode } from 'react';
import type { AdfMark, Canonical } from '../../../../src/contract/document';
import texts from '../text.module.css';
import { type Draw, own, said, told } from './draw';

const ELEMENTS: Readonly<Record<string, string>> = { code: 'code', em: 'em', strong: 'strong', underline: 'u' };

/** Words with their marks, the first mark outermost. */
export const marked = ({ text = '', marks = [] }: Canonical, draw: Draw): ReactNode =>
  marks.reduceRight<ReactNode>((shown, mark) => withMark(mark, shown, draw), text);

function withMark({ type, attrs = {} }: AdfMark, shown: ReactNode, draw: Draw): ReactNode {
  const element = ELEMENTS[type];
  if (element) return createElement(element, null, shown);
  if (type === 'link') return linked(attrs, shown, draw);
  if (type === 'subsup') {
    const { type: which, ...others } = attrs;
    const raised = createElement(
      which === 'sup' ? 'sup' : 'sub',
      { 'data-said': told('type', { type: which }) },
      shown,
    );
    return (
      <>
        {raised}
        {said(others)}
      </>
    );
  }
  if (type === 'strike')
    return (
      <s>
        {own('struck: ', texts.hidden)}
        {shown}
      </s>
    );
  // Colours and sizes say something to whoever sees them: the others are told.
  return (
    <span
      data-said={Object.keys(attrs)
        .map((name) => told(name, attrs))
        .join(' ')}
      style={styleOf(type, attrs)}
    >
      {shown}
    </span>
  );
}

/** Only what is a colour of six digits is drawn as one. */
function styleOf(type: string, { color }: Readonly<Record<string, unknown>>) {
  if (type !== 'backgroundColor' || !/^#[0-9a-f]{6}$/i.test(String(color))) return undefined;
  return { outlineColor: String(color), outlineStyle: 'solid' as const, outlineWidth: 2 };
}

/** Only what a browser opens as a page is a link; any other address stands there as text. */
const isPage = (address: unknown): address is string =>
  typeof address === 'string' && /^(https?:\/\/|\/(?!\/))/i.test(address);

function linked(attrs: Readonly<Record<string, unknown>>, shown: ReactNode, draw: Draw): ReactNode {
  const { href, ...others } = attrs;
  return (
    <>
      {isPage(href) ? draw.link(href, shown) : <span>{shown}</span>}
      {!isPage(href) && said({ href })}
      {said(others)}
    </>
  );
}

/** An address that stands for itself. */
export const addressed = (url: unknown, draw: Draw): ReactNode =>
  isPage(url) ? draw.link(url, own(url)) : said({ url });
