import { ExpressionError } from './tokens';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** A day without a time and a zone: the value of a date field in Jira expressions. It never changes; each method gives a new one. */
export class CalendarDate {
  private constructor(private readonly days: number) {}

  /** @throws ExpressionError for what is no day of the calendar */
  static of(text: string): CalendarDate {
    const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // 31 February would pass over into March.
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text)
      throw new ExpressionError(`'${text}' is not a calendar date.`);
    return new CalendarDate(at / DAY_MS);
  }

  valueOf(): number {
    return this.days;
  }

  toString(): string {
    return this.date().toISOString().slice(0, 10);
  }

  plusDays(days: number): CalendarDate {
    return new CalendarDate(this.days + days);
  }

  /** The last day of a shorter month stands for those that it lacks, as in Jira's Java. */
  plusMonths(months: number): CalendarDate {
    const date = this.date();
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
    return new CalendarDate(date.getTime() / DAY_MS);
  }

  private date(): Date {
    return new Date(this.days * DAY_MS);
  }
}
