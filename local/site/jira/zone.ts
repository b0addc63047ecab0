/** The site's default time zone: dates without one, in JQL and in what people see, are meant there. */
export const DEFAULT_ZONE = 'Etc/UTC';

/** The instant at which clocks in `zone` show this time; `utc` is the same reading as if it were one of UTC. */
export function instantIn(zone: string, utc: number): number {
  // Around a change of clocks the offset before and after differ: the second look uses the one of the place itself.
  return utc - offsetAt(zone, utc - offsetAt(zone, utc));
}

/** By how many milliseconds clocks in `zone` are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(instant / 60_000) * 60_000;
}
