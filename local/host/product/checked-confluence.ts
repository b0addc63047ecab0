import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withOpenApiCheck } from '../../openapi/checked-product';
import { CONFLUENCE_SPEC, confluenceCheck, covers } from '../../openapi/confluence';
import type { Confluence } from '../../site/confluence';

/**
 * The same Confluence, with version 2's requests and answers checked against Atlassian's description: a call that disagrees
 * fails.
 * @param shared folder that holds `openapi/`
 */
export function checkedConfluence(confluence: Confluence, shared: string): Confluence {
  const spec = join(shared, CONFLUENCE_SPEC);
  if (!existsSync(spec)) throw new Error(`${spec} is missing. Set PLUMBLINE_SHARED to the folder that holds openapi/.`);
  return withOpenApiCheck(
    confluence,
    confluenceCheck(spec),
    (problem) => {
      throw new Error(`${problem.operation} disagrees with the OpenAPI file (${problem.where}): ${problem.message}`);
    },
    covers,
  );
}
