type Listener = (payload: unknown) => void;

/** Listeners of events between the frames of a page, by the event's name. */
const bus = new Map<string, Set<Listener>>();

/** Calls `listener` at each event of the name; answers how to stop. */
export function listen(event: string, listener: Listener): () => void {
  const listeners = bus.get(event) ?? new Set();
  bus.set(event, listeners);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Sends an event of the app, or of the product such as JIRA_ISSUE_CHANGED, to all frames that listen to it. */
export function publish(event: string, payload: unknown): void {
  for (const listener of [...(bus.get(event) ?? [])]) listener(payload);
}
