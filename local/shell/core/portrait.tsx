import Avatar from '@atlaskit/avatar';

/** Pairs of background and letters, each readable on the other (4.5:1 and more). */
const PAIRS = [
  ['#1868db', '#ffffff'],
  ['#1f845a', '#ffffff'],
  ['#964ac0', '#ffffff'],
  ['#227d9b', '#ffffff'],
  ['#ae4787', '#ffffff'],
  ['#bf63f3', '#101214'],
  ['#e06c00', '#101214'],
  ['#5e4db2', '#ffffff'],
] as const;

function pictureOf(name: string): string {
  const initials = (name.replace(/\(.*\)/, '').match(/\p{L}+/gu) ?? ['?'])
    .filter((_word, at, all) => at === 0 || at === all.length - 1)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const [back, front] = PAIRS[sum % PAIRS.length] ?? PAIRS[0];
  const text = `<text x="16" y="21" text-anchor="middle" font-family="sans-serif" font-weight="600" font-size="13" fill="${front}">${initials}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${back}"/>${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

interface Props {
  /** Null for nobody. */
  name: string | null;
  size?: 'xsmall' | 'small' | 'medium';
}

/** A person's picture: their initials, since the site keeps no photographs. The name stands beside it. */
export function Portrait({ name, size = 'xsmall' }: Props) {
  return <Avatar size={size} {...(name === null ? {} : { src: pictureOf(name) })} />;
}
