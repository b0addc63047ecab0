/** The language of the site's words, which is that of the app's too. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
/** A day without a time belongs to no zone. */
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Jira writes offsets as +0000, which not every browser reads. */
function dateOf(text: string): Date | null {
  const date = new Date(BARE_DAY.test(text) ? `${text}T00:00` : text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(date.getTime()) ? null : date;
}

export function dayOf(text: string): string {
  const date = dateOf(text);
  return date ? DAY.format(date) : text;
}

export function momentOf(text: string): string {
  const date = dateOf(text);
  return date ? TIME.format(date) : text;
}

/** A value as Jira writes it: days and moments as people write them, anything else as it is. */
export function plainOf(text: string): string {
  if (BARE_DAY.test(text)) return dayOf(text);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? momentOf(text) : text;
}
