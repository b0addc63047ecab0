import type { Plugin } from 'vite';

interface Block {
  head: string;
  text: string;
}

/** The top-level rules of minified CSS, each with what stands before its brace. */
function blocksOf(css: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < css.length; at += 1) {
    const letter = css[at] ?? '';
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth > 0) continue;
      const text = css.slice(start, at + 1);
      blocks.push({ head: text.slice(0, text.indexOf('{')), text });
      start = at + 1;
    }
  }
  return [...blocks, { head: '', text: css.slice(start) }];
}

const SHORT = ['all', 'animation', 'background', 'border', 'flex', 'font', 'gap', 'grid', 'inset', 'margin', 'outline'];
const SHORTHANDS = new Set([...SHORT, 'overflow', 'padding', 'transition', 'border-radius', 'grid-area']);
const SIDES = /^(border-(top|right|bottom|left|block|inline|color|style|width)|(margin|padding|inset)-(block|inline))$/;

/** Atomic rules are in the order: wide shorthands, narrower ones, single properties, then what holds under a condition. */
function rankOf({ head, text }: Block): number {
  const condition = /^@(media|container|supports)/.test(head);
  if (condition) return 1_000 + Number(/(?:min-width:|width\s*>=\s*)([\d.]+)(rem|em)?/.exec(head)?.[1] ?? 0);
  const property = /\{([\w-]+):/.exec(text)?.[1] ?? '';
  if (SHORTHANDS.has(property)) return 0;
  return SIDES.test(property) ? 1 : 2;
}

const ATOMIC = /\._[a-z0-9]{8}/;

/**
 * Atlaskit's styles are one file a component, with a class a declaration; they expect to be sorted when they are put
 * together (compiledcssinjs.com, "Atomic CSS"). Without that the display of a small screen wins over that of a wide one.
 */
export function sortAtomicCss(): Plugin {
  return {
    name: 'sort-atomic-css',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        const blocks = blocksOf(String(asset.source));
        const isAtomic = ({ text }: Block) => ATOMIC.test(text);
        const atomic = blocks.filter(isAtomic).map((block, place) => ({ block, place, rank: rankOf(block) }));
        atomic.sort((a, b) => a.rank - b.rank || a.place - b.place);
        const own = blocks.filter((block) => !isAtomic(block));
        asset.source = [...atomic.map(({ block }) => block), ...own].map(({ text }) => text).join('');
      }
    },
  };
}
