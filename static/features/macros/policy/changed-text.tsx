import { differencesWords, TAKEN_OUT, WHAT_DIFFERS } from '../../../../src/words/screens/macros/changed-text';
import { compared, type Row, type Token } from '../../../shared/ui/document/compared';
import { DocumentView } from '../../../shared/ui/document/document-view';
import { itemLink } from '../../../shared/ui/issue-link';
import styles from './policy.module.css';
import type { PolicyText } from './reading';

interface Props {
  approved: PolicyText;
  current: PolicyText;
  names: ReadonlyMap<string, string>;
}

/** What is written now, and before it each line that differs from the approved text, word by word. */
export default function ChangedText({ approved, current, names }: Props) {
  const rows = compared(approved.blocks, current.blocks)
    .map((row, place) => ({ ...row, place }))
    .filter(({ differs }) => differs);
  return (
    <>
      <section className={styles.change} aria-label={WHAT_DIFFERS}>
        <p>
          <strong>{differencesWords(rows.length, approved.version, current.version)}</strong>
        </p>
        <ul className={styles.differences}>
          {rows.map((row) => (
            <li key={row.place}>
              <Difference row={row} />
            </li>
          ))}
        </ul>
      </section>
      <DocumentView blocks={current.blocks} link={itemLink} names={names} />
    </>
  );
}

/** A line as it was and as it is; what is said about the words stands in brackets. */
function Difference({ row: { before, after } }: { row: Row }) {
  return (
    <>
      {before && (
        <p>
          <span className={styles.changeWord}>{after ? 'Was' : TAKEN_OUT}</span> <Tokens tokens={before} as="del" />
        </p>
      )}
      {after && (
        <p>
          <span className={styles.changeWord}>{before ? 'Is' : 'New'}</span> <Tokens tokens={after} as="ins" />
        </p>
      )}
    </>
  );
}

/** Neighbouring words that differ, or do not, as one. A comparison is not edited in place: a position is an identity. */
function runs(tokens: readonly Token[]): (Token & { place: number })[] {
  const all: (Token & { place: number })[] = [];
  for (const [place, token] of tokens.entries()) {
    const last = all.at(-1);
    if (last && !last.marker && !token.marker && last.differs === token.differs) last.text += token.text;
    else all.push({ ...token, place });
  }
  return all;
}

function Tokens({ tokens, as: Differing }: { tokens: readonly Token[]; as: 'del' | 'ins' }) {
  return runs(tokens).map(({ place, text, marker, differs }) => {
    const Element = differs ? Differing : 'span';
    return (
      <Element key={place} {...(marker ? { className: styles.marker } : {})}>
        {marker ? `[${text}]` : text}
      </Element>
    );
  });
}
