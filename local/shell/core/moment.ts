const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const TIME = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Jira writes offsets as +0000, which not every browser reads. */
function dateOf(text: string): Date | null {
  const date = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
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
