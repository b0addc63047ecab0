/** The page tree on the left reads again when somebody has changed it from another part of the page. */
const CHANGED = 'shell-tree-changed';

export const treeChanged = (): void => void dispatchEvent(new Event(CHANGED));

export function onTreeChange(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}
