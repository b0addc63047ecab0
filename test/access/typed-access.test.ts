import { z } from 'zod';
import { counts, countsOf, everybody, figures, holds, issue, page, procedure } from '../../src/contract/access';

/** Checked by the compiler (`npm run types`): each of these lines would fail it without the error that is expected. */
const out = z.unknown();
const nothing = z.strictObject({});
const project = z.strictObject({ projectId: z.string().nullable(), page: z.number() });

test('a procedure whose input does not name what its access asks about does not compile', () => {
  const refused = [
    // @ts-expect-error no project is named
    procedure(nothing, out, figures('projectId')),
    // @ts-expect-error no project is named
    procedure(nothing, out, counts('projectId')),
    // @ts-expect-error what is named is no id
    procedure(project, out, figures('page')),
    // @ts-expect-error no AI system is named
    procedure(project, out, countsOf('projectId', 'systemIssueId')),
    // @ts-expect-error an issue is never null, a project may be
    procedure(project, out, issue('projectId')),
    // @ts-expect-error no issue is named
    procedure(project, out, issue('issueId')),
    // @ts-expect-error no page is named
    procedure(project, out, page('pageId')),
    // @ts-expect-error there is no such permission
    holds('approve-everything'),
  ];
  expect(refused).toHaveLength(8);
});

test('one whose input names it does', () => {
  const system = z.strictObject({ ...project.shape, systemIssueId: z.string().optional() });
  expect(procedure(project, out, figures('projectId')).access).toEqual({ kind: 'figures', projectId: 'projectId' });
  expect(procedure(system, out, countsOf('projectId', 'systemIssueId')).access.systemIssueId).toBe('systemIssueId');
  expect(procedure(z.strictObject({ pageId: z.string() }), out, page('pageId')).access.kind).toBe('page');
  expect(procedure(nothing, out, everybody).access.kind).toBe('everybody');
});
