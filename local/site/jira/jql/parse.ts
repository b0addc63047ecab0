import {
  type Clause,
  type Field,
  JastBuilder,
  type Operand,
  type OrderByField,
  type Predicate,
  type TerminalClause,
} from '@atlaskit/jql-ast';
import { JiraError } from '../errors';

export type { Clause, Field, Operand, OrderByField, Predicate, TerminalClause };

export interface ParsedQuery {
  readonly where: Clause | null;
  readonly orderBy: readonly OrderByField[];
}

/** A query that cannot be understood or asks for something that does not exist: 400, as Jira answers it. */
export class JqlError extends JiraError {
  constructor(message: string) {
    super(400, [message]);
  }
}

/** OpenAPI, "Search for issues using JQL enhanced search": the most fields of ORDER BY. */
const ORDER_FIELDS = 7;

/** Reads JQL with Atlassian's grammar. */
export function parseJql(text: string): ParsedQuery {
  const { query, errors } = new JastBuilder().build(text);
  const [first] = errors;
  if (first) throw new JqlError(`Error in the JQL Query: ${first.message}`);
  const orderBy = query?.orderBy?.fields ?? [];
  if (orderBy.length > ORDER_FIELDS) throw new JqlError(`The maximum number of sort fields is ${ORDER_FIELDS}.`);
  return { where: query?.where ?? null, orderBy };
}
