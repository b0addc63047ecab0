import type { Stage } from '../../../controls';
import type { Day } from '../day';
import type { TreatmentOption } from '../vocabulary/ai-risk';
import type { OurPart } from '../vocabulary/ai-system';
import type { Grade, NonconformityStage } from '../vocabulary/nonconformity';
import type { Acceptance, Settling } from './witness';

/** `jira:<issue id>` or `page:<content id>`. */
export type ItemId = string;

export type ItemKind = 'ai-system' | 'ai-risk' | 'nonconformity' | 'corrective-action' | 'work' | 'page';

/** The three status categories of Jira. */
export type Progress = 'to-do' | 'in-progress' | 'done';

/** What an outward link of one of the app's link types says: "<item> <role> <target>". */
export type LinkRole = 'concerns' | 'treats' | 'corrects' | 'evidences';

export interface ItemLink {
  role: LinkRole;
  target: ItemId;
}

/** A select field with yes and no, where empty means "not known". */
export type Answer = 'yes' | 'no' | 'unknown';

export interface AiSystemFact {
  /** The stage of its status now. */
  stage: Stage;
  /** The furthest life-cycle stage it ever reached; going back never makes anything "not due" again. */
  furthestStage: Stage;
  /** The field *In AIMS scope*; "no" counts only with a reason. */
  inScope: Answer;
  scopeReasonGiven: boolean;
  ourPart: OurPart[];
  thirdPartiesInvolved: Answer;
  controlsInputData: Answer;
  controlsLogs: Answer;
  lastSignificantChange: Day | null;
  /** Options of the field *AI Act class*, as they are worded there. */
  aiActClass: string[];
  /** Options of the field *AI Act role*. */
  aiActRoles: string[];
  nextReview: Day | null;
  /**
   * When *Our part*, *AI Act role* or *AI Act class* last changed, and when the issue was created, epoch milliseconds; absent where
   * none ever changed, and in facts of version 0.1.0.
   */
  reclassified?: { at: number; createdAt: number };
  /** Account id of its owner, or of its assignee where the field is empty; absent in facts of version 0.1.0. */
  owner?: string | null;
  /** Absent while no account of its people is known to be closed. */
  left?: {
    /** Account ids of owner and assignee that are closed, sorted. */
    people: string[];
    /** Whoever is shown as its owner is one of them. */
    owner: boolean;
  };
}

/** Likelihood and consequence, 1 to 5 each. */
export interface Rating {
  likelihood: number;
  consequence: number;
}

export interface AiRiskFact {
  /** Likelihood times consequence by the organisation's matrix, or null when one of them is empty: never a small risk. */
  level: number | null;
  residualLevel: number | null;
  /** The two numbers behind `level` and `residualLevel`. */
  inherent: Rating | null;
  residual: Rating | null;
  /** In the status *Accepted*. */
  accepted: boolean;
  acceptanceExpires: Day | null;
  treatmentOption: TreatmentOption | null;
  /** Who accepted it, while it is accepted; absent until its changelog was looked at. */
  acceptance?: Acceptance;
  /** Options of the field *Who is affected*, by their keys; absent in facts of version 0.1.0. */
  affected?: string[];
}

export interface NonconformityFact {
  stage: NonconformityStage;
  /** The field *Detected on*, else the day on which the issue was created. */
  detectedOn: Day | null;
  /** Which of the records of 10.2 are filled in. */
  steps: { correction: boolean; cause: boolean; effectiveness: boolean; aimsChanges: boolean };
  grade: Grade;
  closedOn: Day | null;
  effectivenessDue: Day | null;
  /** *Why no action* says why the correction alone is enough; this and the next three are absent in facts of version 0.1.0. */
  whyNoAction?: boolean;
  /** *Effectiveness reviewer* is somebody other than the assignee. */
  otherReviewer?: boolean;
  /** An internal or external audit has raised it. */
  byAudit?: boolean;
  /** "Not a nonconformity", by its status or a negative resolution. */
  dismissed?: boolean;
  /** How it came to weigh nothing any more; absent while it weighs, and until its changelog was looked at. */
  settling?: Settling;
}

export interface PageFact {
  /** The page has an approved version. */
  approved: boolean;
  /** Marked as a record rather than a document. */
  record: boolean;
  /** A template is neither a document nor a record. */
  template: boolean;
}

/**
 * What the app knows of one Jira issue or Confluence page: a cache that can be rebuilt from them at any time.
 * It holds no title and no text, and of people their account ids only.
 */
export interface ItemFact {
  id: ItemId;
  kind: ItemKind;
  projectId: string;
  progress: Progress;
  /** Done with a negative resolution (Won't do, Duplicate, ...): counts as if it were not linked. */
  cancelled: boolean;
  doneOn: Day | null;
  effectiveOn: Day | null;
  reviewDue: Day | null;
  /** Deleted, moved away, archived or withdrawn on this day: a tombstone. */
  lostOn: Day | null;
  /** The requirements that the item itself names, sorted. */
  requirements: string[];
  /** Those of them that the issue property names and the field does not, sorted; absent in facts of version 0.1.0. */
  byProperty?: string[];
  /** Outward links, sorted. */
  links: ItemLink[];
  /** A source declared it and nobody has seen it: it counts, and every figure that rests on it alone says so. */
  declared: boolean;
  /** Account ids of owner and assignee: whoever concludes on a requirement must be somebody else (9.2.2). */
  people: string[];
  system?: AiSystemFact;
  risk?: AiRiskFact;
  nonconformity?: NonconformityFact;
  page?: PageFact;
  /** Options of fields that registers show and no rule reads, by the field's key. */
  words?: Record<string, string[]>;
  /** Fields whose date nobody can have meant, by key: they read as not known, and whatever needs them says so. */
  implausibleDates?: string[];
  /**
   * Done work that says nothing of what was done: less than 40 characters of description, no attachment, no linked page. Absent where it does,
   * and in facts that were read before this was looked at: those count as they did.
   */
  empty?: true;
  /** What it could not be read from, since the day on which that was first missed: what rests on it is as it was before. */
  unread?: { refs: string[]; since: Day };
  /** What it was while it had an issue type of the app's, as long as it has another one. */
  retypedFrom?: ItemFact;
}

/** The AI systems that an item concerns directly. */
export function concernedSystems(item: ItemFact): ItemId[] {
  return item.links.filter((link) => link.role === 'concerns').map((link) => link.target);
}
