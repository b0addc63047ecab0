import type { Finding } from './finding';
import type { ProductCall } from './product-calls';

/**
 * What the app did not make is never changed or removed. So every request that changes Jira's configuration is one of these,
 * which add, or stands in the file for its kind.
 */
const CONFIGURATION =
  /^\/rest\/api\/3\/(field|issuetype|issuetypescheme|issuetypescreenscheme|issueLinkType|screens|screenscheme|status|statuses|workflow|workflows|workflowscheme|project|role|resolution|priority)(\/|$)/;

const ADDING = new Set([
  'POST /rest/api/3/field',
  'POST /rest/api/3/field/0/context',
  'PUT /rest/api/3/field/0/context/0/project',
  'POST /rest/api/3/field/0/context/0/option',
  'POST /rest/api/3/issuetype',
  'PUT /rest/api/3/issuetype/0/properties/aims',
  'POST /rest/api/3/issuetypescheme',
  'PUT /rest/api/3/issuetypescheme/0/issuetype',
  'PUT /rest/api/3/issuetypescheme/project',
  'POST /rest/api/3/issuetypescreenscheme',
  'PUT /rest/api/3/issuetypescreenscheme/0/mapping',
  'PUT /rest/api/3/issuetypescreenscheme/project',
  'POST /rest/api/3/issueLinkType',
  'POST /rest/api/3/project',
  'PUT /rest/api/3/project/0/properties/aims',
  'POST /rest/api/3/screens',
  'POST /rest/api/3/screens/0/tabs',
  'POST /rest/api/3/screens/0/tabs/0/fields',
  'POST /rest/api/3/screenscheme',
  'POST /rest/api/3/statuses',
  'POST /rest/api/3/workflows/create',
  'POST /rest/api/3/workflowscheme',
  'POST /rest/api/3/workflowscheme/project/switch',
]);

/** Posted, but they read. */
const READING = new Set(['POST /rest/api/3/workflows', 'POST /rest/api/3/workflowscheme/read']);

/** Requests for which one file answers: it takes ids of what the app made, or sends back what it read with additions. */
const IN_THEIR_FILE: Readonly<Record<string, string>> = {
  'PUT /rest/api/3/field/0': 'src/jira/configuration/change-own.ts',
  'PUT /rest/api/3/screens/0/tabs/0': 'src/jira/configuration/change-own.ts',
  'DELETE /rest/api/3/field/0/context/0': 'src/jira/configuration/remove-own.ts',
  'POST /rest/api/3/workflows/update': 'src/jira/configuration/add-to-whole.ts',
  'POST /rest/api/3/workflows/update/validation': 'src/jira/configuration/add-to-whole.ts',
  'POST /rest/api/3/workflowscheme/update': 'src/jira/configuration/add-to-whole.ts',
};

/** Requests that could remove or replace what the app did not make. */
export function onlyAddingFindings(calls: readonly ProductCall[]): Finding[] {
  return calls.flatMap(({ method, path, file, line }) => {
    const call = `${method} ${path}`;
    if (method === 'GET' || !CONFIGURATION.test(path) || ADDING.has(call) || READING.has(call)) return [];
    const home = IN_THEIR_FILE[call];
    if (home === file) return [];
    const remedy = home ? `It belongs in ${home}.` : 'The app only adds to what it did not make.';
    return [{ rule: 'only-adding', message: `${file}:${line} sends ${call}, which removes or replaces. ${remedy}` }];
  });
}
