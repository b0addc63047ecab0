import type { z } from 'zod';
import type { OrganisationView } from '../domain/reader';

/**
 * Who may call a procedure; checked before anything is read. What is asked about (a project, an issue, a page) is named
 * by the property of the input that holds its id: a procedure whose input has no such property does not compile.
 */
export type Access<Input = Record<string, string>> =
  | FiguresAccess<'figures', Input>
  | FiguresAccess<'counts', Input>
  | FiguresAccess<'own', Input>
  | { kind: 'issue'; issueId: Naming<Input, string> }
  | { kind: 'page'; pageId: Naming<Input, string> }
  | { kind: 'holds'; permission: DecidingPermission }
  | { kind: 'everybody' }
  | { kind: 'administer' };

export type AccessKind = Access['kind'];

/** The app's global permissions that a procedure may ask for by themselves. */
export type DecidingPermission = 'manage-aims' | 'decide-aims' | 'approve-aims-top' | 'audit-aims' | 'view-figures';

/** Who calls, as the platform says, never as the payload says; and what of the organisation's own they may see. */
export interface Caller<Kind extends AccessKind = 'everybody'> {
  /** Null without a login: readers of a page may have none. */
  accountId: Kind extends 'page' | 'counts' ? string | null : string;
  organisation: OrganisationView;
}

interface FiguresAccess<Kind, Input> {
  kind: Kind;
  /** Its value is null for the whole organisation. */
  projectId: Naming<Input, string | null>;
  /** An AI system's issue, where the figures are those of one: then the project does not matter. */
  systemIssueId?: Naming<Input, string | undefined>;
}

/** Properties of an input whose values are of a type; an input without properties has any name, each of no value. */
type Naming<Input, Value> = {
  [Key in keyof Input]-?: [Input[Key]] extends [never] ? never : Input[Key] extends Value ? Key : never;
}[keyof Input];

/**
 * Of the organisation whoever holds *View AIMS figures*; of an enrolled project whoever may browse it, and the
 * organisation's part of the answer only with that permission (design, "Who sees a total").
 */
export const figures = <Project extends string>(projectId: Project) => ({ kind: 'figures' as const, projectId });

/** As `figures`; those of the organisation are for anybody, without a login too, where an administrator allowed it. */
export const counts = <Project extends string>(projectId: Project) => ({ kind: 'counts' as const, projectId });

/** As `figures`, or of what concerns one AI system: whoever may browse its issue. */
export const figuresOf = <Project extends string, System extends string>(
  projectId: Project,
  systemIssueId: System,
) => ({ kind: 'figures' as const, projectId, systemIssueId });

/** As `counts`, or of what concerns one AI system: whoever may browse its issue. */
export const countsOf = <Project extends string, System extends string>(projectId: Project, systemIssueId: System) => ({
  kind: 'counts' as const,
  projectId,
  systemIssueId,
});

/** Anybody with a login, about themselves only; of an enrolled project whoever may browse it. */
export const own = <Project extends string>(projectId: Project) => ({ kind: 'own' as const, projectId });

/** Whoever may browse the issue; what the procedure changes is changed as that user, so Jira decides. */
export const issue = <Issue extends string>(issueId: Issue) => ({ kind: 'issue' as const, issueId });

/** Whoever may read the Confluence page, without a login too. */
export const page = <Page extends string>(pageId: Page) => ({ kind: 'page' as const, pageId });

/** Holders of one of the app's global permissions. */
export const holds = (permission: DecidingPermission) => ({ kind: 'holds' as const, permission });

/** Anybody with a login, about themselves only. */
export const everybody = { kind: 'everybody' } as const;

/** Jira administrators who may manage the AIMS. */
export const administer = { kind: 'administer' } as const;

/** A procedure that tells: what goes in, what comes out, who may call it. It may be called again at any time. */
export const procedure = <In extends z.ZodType, Out extends z.ZodType, const Who extends Access<z.output<In>>>(
  input: In,
  output: Out,
  access: Who,
) => ({ input, output, access, changes: false as const, licensed: false });

/** A procedure that changes something, here or in a product, and so is called only because somebody pressed something. */
export const change = <In extends z.ZodType, Out extends z.ZodType, const Who extends Access<z.output<In>>>(
  input: In,
  output: Out,
  access: Who,
) => ({ input, output, access, changes: true as const, licensed: true });

/** As `change`, of what goes on when the app's licence has ended: what a reader owes, and that facts are what Jira says. */
export const changeAlways = <In extends z.ZodType, Out extends z.ZodType, const Who extends Access<z.output<In>>>(
  input: In,
  output: Out,
  access: Who,
) => ({ ...change(input, output, access), licensed: false });
