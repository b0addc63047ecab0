/** A day YYYY-MM-DD as a person writes it, such as "12 Nov 2026". */
export function dayWords(day: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return words.format(Date.UTC(year, month - 1, date));
}
