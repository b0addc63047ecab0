/** A day YYYY-MM-DD as a person writes it, such as "12 Nov 2026". */
export function dayWords(day: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return words.format(Date.UTC(year, month - 1, date));
}

/** An instant (epoch milliseconds) in the zone of the viewer's product settings: the time today, else day and time. */
export function instantWords(instant: number, timeZone: string, now = Date.now()): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(instant);
  return day.format(instant) === day.format(now) ? time : `${day.format(instant)}, ${time}`;
}
