/** Written by controls/emit-schema.ts from the folders here. */
import iso42001Clauses from './iso42001/clauses.json';
import iso42001Controls from './iso42001/controls.json';
import iso42001Framework from './iso42001/framework.json';
import iso42001Groups from './iso42001/groups.json';

export const frameworks = [
  { framework: iso42001Framework, groups: iso42001Groups, requirements: [...iso42001Clauses, ...iso42001Controls] },
];
