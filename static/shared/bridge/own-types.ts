/** The app's own issue types, by the names under which set-up makes them. */
export const OWN_TYPES = ['AI system', 'AI risk', 'Nonconformity', 'Corrective action'] as const;
