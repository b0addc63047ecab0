import { realClock } from '../../clock';
import { start } from './fixture';

/** A host of its own process that ends hard while one event runs and another waits. */
async function main(data: string): Promise<void> {
  const { call } = await start({ data, clock: realClock() });
  await call('migrate');
  await call('push', {
    events: [{ body: { does: 'sleep', name: 'running' } }, { body: { name: 'waiting' }, delayInSeconds: 1 }],
  });
  await call('sql', { statement: "INSERT INTO note (id, body) VALUES ('a', 'kept')" });
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100);
}

void main(process.argv[2] ?? '');
