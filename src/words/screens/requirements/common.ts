/** What the list and one requirement have in common. */
export const NOTHING_LINKED = 'Nothing is linked';
export const REASONS_NOT_SHOWN = 'The reasons cannot be shown';
