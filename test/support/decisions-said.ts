import type { ApplicabilityDecision, Conclusion, Decisions, ImpactTriage } from '../../src/domain/decision/decision';
import { newest, type Said } from './seen-items';

/** What people said, as the domain counts with it. @param dayOf the day of an instant in the site's time zone */
export function decisionsOf(said: readonly Said[], dayOf: (instant: number) => string): Decisions {
  const of = (kind: string) => said.filter((one) => one.kind === kind);
  const newestOfEach = (kind: string) => {
    const subjects = new Map(of(kind).map((one) => [`${one.requirement} ${one.subject}`, one]));
    return [...subjects.values()].flatMap(
      ({ requirement, subject }) =>
        newest(of(kind).filter((one) => one.requirement === requirement && one.subject === subject)) ?? [],
    );
  };
  const statement = newest(of('soa-approval'));
  const policy = newest(of('policy-approval'))?.body;
  const withdrawn = new Set(of('conclusion-withdrawal').map(({ body }) => body.decisionId));
  const read = of('acknowledgement').filter(({ subject }) => subject === `${policy?.pageId}:${policy?.pageVersion}`);
  const applicability = newestOfEach('applicability').map(({ at, body }) => ({ ...body, decidedAt: at }));
  const frozen = (statement?.body.decisions ?? []) as ApplicabilityDecision[];
  const byRequirement = (list: readonly ApplicabilityDecision[]) =>
    new Map(list.map((one) => [one.requirementId, one]));
  return {
    applicability: {
      newest: byRequirement(applicability as unknown as ApplicabilityDecision[]),
      approved: byRequirement(frozen),
      approvedOn: statement ? dayOf(statement.at) : null,
    },
    metInCommon: newestOfEach('met-in-common')
      .filter(({ body }) => body.withdrawn === false)
      .map(({ subject, requirement }) => ({ requirementId: requirement, item: subject })),
    conclusions: of('conclusion')
      .filter(({ id }) => !withdrawn.has(id))
      .map(({ at, body }) => ({ ...body, recordedAt: at }) as unknown as Conclusion),
    triages: newestOfEach('impact-triage').map(({ body }) => body as unknown as ImpactTriage),
    awareness: policy
      ? { acknowledged: new Set(read.map(({ person }) => person)).size, audience: Number(policy.audience) }
      : null,
  };
}
