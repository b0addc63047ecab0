/** What a link of each role says, outward and inward, as the blueprint words them. */
export const ROLE_WORDS = {
  concerns: { out: 'concerns', in: 'is concerned by' },
  treats: { out: 'treats', in: 'is treated by' },
  corrects: { out: 'corrects', in: 'is corrected by' },
  evidences: { out: 'evidences', in: 'is evidenced by' },
} as const;

/** What lies at the other end. */
export const TARGET_WORDS = {
  concerns: 'an AI system',
  treats: 'an AI risk',
  corrects: 'a nonconformity',
  evidences: 'an issue',
} as const;
