/** Requirements of ISO/IEC 42001:2023 that the app knows by what they ask, each with its clause or control. */
export const POLICY = 'iso42001/5.2';
export const POLICY_CONTROL = 'iso42001/A.2.2';
export const STATEMENT_OF_APPLICABILITY = 'iso42001/6.1.3';
export const AWARENESS = 'iso42001/7.3';
/** It cannot be excluded, so every AI system in scope has its cell. */
export const RISK_ASSESSMENT = 'iso42001/8.2';
export const RISK_TREATMENT = 'iso42001/8.3';
export const IMPACT_ASSESSMENT = 'iso42001/8.4';
export const CORRECTIVE_ACTION = 'iso42001/10.2';
