import type { ItemFact } from '../../src/domain/item/item-fact';
import { keepUnread } from '../../src/ingest/keep-unread';
import { nonconformity, risk, system, work } from '../support/facts';

const DAY = '2026-11-24';

/** Before a type can be removed its issues are given another one; an option that is removed leaves an empty field. */
describe('what an issue was while it could be read', () => {
  const gone = (...refs: string[]) => new Set(refs);
  const task = work('jira:1', 'to-do', []);
  const kept = (before: ItemFact, after: ItemFact, refs: ReadonlySet<string>) =>
    keepUnread(after, before, [], refs, DAY);

  test('of a type that is removed afterwards it is again, and stays', () => {
    const was = system('jira:1');
    const retyped = kept(was, task, gone());
    expect(retyped).toEqual({ ...task, retypedFrom: was });
    const told = kept(retyped, task, gone('issue-type:ai-system'));
    expect(told).toEqual({ ...was, unread: { refs: ['issue-type:ai-system'], since: DAY } });
    expect(kept(told, task, gone('issue-type:ai-system'))).toEqual(told);
    // The type is back, the issue is not of it: from then on it is what it is.
    expect(kept(told, task, gone())).toEqual({ ...task, retypedFrom: was });
  });

  test('given another type of the app, and back, it is what Jira says', () => {
    const was = risk('jira:1');
    const finding = nonconformity('jira:1', []);
    expect(kept(was, finding, gone('issue-type:ai-risk'))).toEqual(finding);
    expect(kept({ ...task, retypedFrom: was }, was, gone())).toEqual(was);
  });

  test.each<[string, ItemFact, ItemFact, string]>([
    [
      'a requirement',
      work('jira:1', 'to-do', ['iso42001/4.1', 'iso42001/7.2']),
      work('jira:1', 'to-do', ['iso42001/7.2']),
      'option:aims-requirements:iso42001/4.1',
    ],
    [
      'likelihood',
      risk('jira:1', { inherent: { likelihood: 4, consequence: 5 }, level: 20 }),
      risk('jira:1', { inherent: null, level: null }),
      'option:likelihood:4',
    ],
    [
      'our part',
      system('jira:1', { ourPart: ['adapt', 'develop'] }),
      system('jira:1', { ourPart: ['develop'] }),
      'option:our-part:adapt',
    ],
    [
      'AI Act class',
      system('jira:1', { aiActClass: ['Prohibited'] }),
      system('jira:1'),
      'option:ai-act-class:prohibited',
    ],
  ])('%s: an option that is removed is as it was', (_, before, after, ref) => {
    expect(kept(before, after, gone(ref))).toEqual({ ...before, unread: { refs: [ref], since: DAY } });
    // What people emptied by hand is empty, and what others lost says nothing of this one.
    expect(kept(before, after, gone('option:grade:observation'))).toEqual(after);
    expect(kept(before, before, gone(ref))).toEqual(before);
  });
});
