import { catalogue } from '../../controls';
import type { Observed } from '../../src/blueprint/observed';
import { plan } from '../../src/blueprint/plan';
import { wanted } from '../../src/blueprint/wanted/wanted';
import type { Step } from '../../src/domain/setup/step';
import { stepWords } from '../../src/words/setup';
import fc from '../support/by-chance';

/** The plan is a pure difference: of any site, whatever stands there by the names that the app would give. */

const WANTED = wanted(catalogue);
const CHOICES = { sharedSchemes: 'copy', otherScreens: true, adopt: [] } as const;

interface Namesakes {
  issueTypes: string[];
  linkTypes: string[];
  workflows: string[];
  statuses: { name: string; category: string }[];
  fields: string[];
}

/** Names that the app wants, those that it falls back on, and others. */
const names = (wantedNames: readonly string[]) =>
  fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom(...wantedNames, 'Something else'),
        fc.constantFrom('', 'AIMS '),
        fc.constantFrom('', ' 2', ' 3'),
      )
      .map(([name, before, behind]) => `${name.startsWith('AIMS ') ? '' : before}${name}${behind}`),
    { maxLength: 12 },
  );

const site: fc.Arbitrary<Namesakes> = fc.record({
  issueTypes: names(WANTED.workTypes.map(({ name }) => name)),
  linkTypes: names(WANTED.linkTypes.map(({ name }) => name)),
  workflows: names(WANTED.workTypes.map(({ name }) => `${name} workflow`)),
  statuses: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...WANTED.statuses.map(({ name }) => name)),
      category: fc.constantFrom('TODO', 'IN_PROGRESS', 'DONE'),
    }),
    { selector: ({ name }) => name, maxLength: 12 },
  ),
  fields: names(WANTED.fields.map(({ name }) => name)),
});

const scheme = { id: '1', name: 'Default', sharedBy: ['2'], isDefault: true };

/** A customer's project on which the app was never set up. */
function observed({ issueTypes, linkTypes, workflows, statuses, fields }: Namesakes): Observed {
  const id = (name: string) => `theirs-${name}`;
  return {
    project: { id: '1', key: 'CLAIM', teamManaged: false },
    known: { ids: {}, made: {}, making: new Set(), adopt: new Set(), options: {}, projects: new Set() },
    issueTypes: issueTypes.map((name) => ({
      id: id(name),
      name,
      description: 'Theirs',
      subtask: false,
      marker: null,
    })) as never,
    projectsOfType: new Map(),
    statuses: statuses.map(({ name, category }) => ({ id: id(name), name, category, description: '' })),
    linkTypes: linkTypes.map((name) => ({ id: id(name), name, inward: 'is theirs', outward: 'has theirs' })),
    workflows: workflows.map((name) => ({ id: id(name), name, description: '', statusIds: [], transitions: [] })),
    fields: new Map(),
    fieldNames: fields,
    screens: [],
    ownScreens: new Map(),
    screenSchemes: [],
    issueTypeScreenScheme: { ...scheme, mappings: { default: '1' } },
    otherScreens: [],
    issueTypeScheme: { ...scheme, issueTypeIds: ['10'], defaultIssueTypeId: '10' },
    workflowScheme: { ...scheme, defaultWorkflow: 'jira', mappings: {} },
    enrolled: false,
  };
}

const of = (kind: Step['kind'], steps: readonly Step[]) => steps.filter((one) => one.kind === kind);

test('whatever has the app’s names stays as it is, and what is made has a name that is free', () => {
  fc.assert(
    fc.property(site, (theirs) => {
      const steps = plan(WANTED, observed(theirs), CHOICES);
      for (const [kind, taken] of [
        ['issue-type', theirs.issueTypes],
        ['link-type', theirs.linkTypes],
        ['workflow', theirs.workflows],
        ['field', theirs.fields],
      ] as const)
        for (const step of of(kind, steps)) {
          const { impact } = step;
          const { what } = stepWords(step);
          expect([what, impact]).toEqual([what, 'create']);
          expect(taken.filter((name) => what.includes(`"${name}"`))).toEqual([]);
        }
      expect(steps.filter(({ impact }) => impact === 'adopt' || impact === 'refuse')).toEqual([]);
    }),
  );
});

test('two things that are made never have one name', () => {
  fc.assert(
    fc.property(site, (theirs) => {
      const steps = plan(WANTED, observed(theirs), CHOICES);
      for (const kind of ['issue-type', 'link-type', 'workflow', 'field'] as const) {
        const made = of(kind, steps).map((step) => /"([^"]*)"/.exec(stepWords(step).what)?.[1]);
        expect(made).toHaveLength(new Set(made).size);
      }
    }),
  );
});

test('the same site gives the same plan, in whatever order Jira lists it', () => {
  fc.assert(
    fc.property(site, fc.infiniteStream(fc.nat()), (theirs, numbers) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((entry) => [numbers.next().value, entry] as const)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([, entry]) => entry);
      const other = {
        issueTypes: shuffled(theirs.issueTypes),
        linkTypes: shuffled(theirs.linkTypes),
        workflows: shuffled(theirs.workflows),
        statuses: shuffled(theirs.statuses),
        fields: shuffled(theirs.fields),
      };
      expect(plan(WANTED, observed(other), CHOICES)).toEqual(plan(WANTED, observed(theirs), CHOICES));
    }),
  );
});

test('every step is of a wanted object, each once, and enrolling comes last', () => {
  fc.assert(
    fc.property(site, (theirs) => {
      const steps = plan(WANTED, observed(theirs), CHOICES);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      expect(of('field', steps).map(({ key }) => key)).toEqual(WANTED.fields.map(({ key }) => key));
      expect(of('issue-type', steps).map(({ key }) => key)).toEqual(WANTED.workTypes.map(({ key }) => key));
      expect(steps.at(-1)?.kind).toBe('enrol');
    }),
  );
});
