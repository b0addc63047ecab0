import type { ConditionKey } from '../../controls';
import type { Conclusion, Decisions, ImpactTriage } from '../../src/domain/decision/decision';
import type { WhichSystems } from '../../src/domain/in-common/row';
import type { Awareness } from '../../src/domain/policy/awareness';
import type { SeenAudience } from './seen-audience';
import { newest, type Seen } from './seen-items';
import { hasText } from './seen-statement';

/** What people said, and the Statement in force, as the domain counts with it. @param dayOf the day of an instant in the site's time zone */
export function decisionsOf(
  { said, statement, approvals, audience }: Seen,
  dayOf: (instant: number) => string,
): Decisions {
  const of = (kind: string) => said.filter((one) => one.kind === kind);
  const policy = newest(of('policy-approval'))?.body;
  const withdrawn = new Set(of('conclusion-withdrawal').map(({ body }) => body.decisionId));
  const raisedFrom = (id: string) =>
    of('conclusion-raised').flatMap(({ body }) => (body.decisionId === id ? [String(body.item)] : []));
  const read = of('acknowledgement').filter(({ subject }) => subject === `${policy?.pageId}:${policy?.pageVersion}`);
  const rows = [...statement.rows];
  return {
    applicability: {
      controls: new Map(
        rows.flatMap(([key, row]) =>
          key.includes('@')
            ? []
            : [[key, { ...row, appliesWhen: row.appliesWhen as ConditionKey | null, hasReason: hasText(row) }]],
        ),
      ),
      deviations: new Map(rows.flatMap(([key, row]) => (key.includes('@') ? [[key, row.applicable]] : []))),
      approved:
        statement.approvedAt === null ? null : { on: dayOf(statement.approvedAt), validUntil: statement.validUntil },
      isBegun: statement.isBegun,
    },
    metInCommon: approvals
      .filter(({ kind }) => kind === 'in-common')
      .map(({ subject, validUntil, rows: said }) => ({
        item: subject.slice(0, subject.indexOf('/')),
        requirementId: subject.slice(subject.indexOf('/') + 1),
        systems: said.get('for') as unknown as WhichSystems,
        validUntil,
        byOnePerson: false,
      })),
    conclusions: of('conclusion')
      .filter(({ id }) => !withdrawn.has(id))
      .map(({ id, at, body }) => ({ ...body, recordedAt: at, raised: raisedFrom(id) }) as unknown as Conclusion),
    triages: approvals
      .filter(({ kind }) => kind === 'triage')
      .map(({ subject, approvedAt, validUntil, rows: said }) => ({
        systemId: subject,
        approvedOn: dayOf(approvedAt),
        validUntil,
        decidedFor: said.get('for') as unknown as ImpactTriage['decidedFor'],
      })),
    agreedDismissals: new Map(
      of('dismissal-agreement').map(({ body }) => [String(body.item), String(body.settledOn)] as const),
    ),
    awareness: policy ? awarenessOf(policy.audience, new Set(read.map(({ person }) => person)), audience) : null,
  };
}

/** @param read tokens of whoever acknowledged the approved version */
function awarenessOf(approved: unknown, read: ReadonlySet<string>, { groups, members }: SeenAudience): Awareness {
  if (typeof approved === 'number') return { acknowledged: read.size, audience: approved };
  const days = new Map<string, { members: number; confirmed: number }>();
  for (const { person, countsFrom } of members) {
    const before = days.get(countsFrom) ?? { members: 0, confirmed: 0 };
    days.set(countsFrom, {
      members: before.members + 1,
      confirmed: before.confirmed + (read.has(person) ? 1 : 0),
    });
  }
  return {
    groups: groups.length,
    from: [...days].map(([day, counts]) => ({ day, ...counts })),
    unreadOn: groups.flatMap(({ unreadOn }) => unreadOn ?? []).sort()[0] ?? null,
  };
}
