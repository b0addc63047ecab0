import { type AdfNode, changedBlocks } from '../../../../src/contract/policy-text';
import { AdfView } from '../../../shared/adf-view';
import type { PolicyText } from './reading';

/** What is written now, beside the approved text: each block that differs is told by a word and a line. */
export function ChangedText({ approved, current }: { approved: PolicyText; current: PolicyText }) {
  const { added, removed } = changedBlocks(approved.blocks, current.blocks);
  const isAdded = new Set(added);
  // A document is not edited in place, so the position of a block is its identity.
  const drawn = (block: AdfNode, place: number) =>
    isAdded.has(block) ? (
      <div key={place} className="policy-change policy-added">
        <span className="policy-change-word">New or changed in version {current.version}</span>
        <AdfView blocks={[block]} />
      </div>
    ) : (
      <AdfView key={place} blocks={[block]} />
    );
  return (
    <>
      {current.blocks.map(drawn)}
      {removed.length > 0 && (
        <div className="policy-change policy-removed">
          <span className="policy-change-word">Only in version {approved.version}</span>
          <AdfView blocks={removed} />
        </div>
      )}
    </>
  );
}
