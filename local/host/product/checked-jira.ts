import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOpenApiCheck } from '../../openapi/check';
import { withOpenApiCheck } from '../../openapi/checked-product';
import { JIRA_ERRATA } from '../../openapi/jira-errata';
import type { Jira } from '../../site/jira';

const SPEC = 'openapi/jira-swagger-v3.v3.2026-02-06.json';

/**
 * The same Jira, with requests and answers checked against Atlassian's description: a call that disagrees fails.
 * @param shared folder that holds `openapi/`
 */
export function checkedJira(jira: Jira, shared: string): Jira {
  const spec = join(shared, SPEC);
  if (!existsSync(spec)) throw new Error(`${spec} is missing. Set PLUMBLINE_SHARED to the folder that holds openapi/.`);
  return withOpenApiCheck(jira, createOpenApiCheck({ spec, errata: JIRA_ERRATA }), (problem) => {
    throw new Error(`${problem.operation} disagrees with the OpenAPI file (${problem.where}): ${problem.message}`);
  });
}
