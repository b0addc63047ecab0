/** An instant (epoch milliseconds) in the zone of the viewer's product settings: the time today, else day and time. */
export function instantWords(instant: number, timeZone: string, now = Date.now()): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(instant);
  return day.format(instant) === day.format(now) ? time : `${day.format(instant)}, ${time}`;
}
