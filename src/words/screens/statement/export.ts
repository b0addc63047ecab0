/** Columns of the Statement of Applicability as a file. */
export const KINDS_OF_REASONS = 'Reason kinds';
export const EVIDENCE_UNTIL = 'Evidence current until';
export const APPROVED_BY = 'Approved by';
export const APPROVED_ON = 'Approved on';
export const VALID_UNTIL = 'Valid until';

/** How the code of a version is computed, for whoever wants to do it again. */
export const ALGORITHM = 'SHA-256 of the RFC 8785 form of "content": names in order, no space, texts in NFC with LF';
