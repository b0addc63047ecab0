import { virtualClock } from '../clock';

test('a virtual clock runs what falls due in order of time', async () => {
  const clock = virtualClock(1_000);
  const seen: string[] = [];
  clock.at(1_300, () => void seen.push(`b at ${clock.now()}`));
  clock.at(1_200, () => {
    seen.push(`a at ${clock.now()}`);
    clock.at(1_250, () => void seen.push(`nested at ${clock.now()}`));
  });
  const cancel = clock.at(1_100, () => void seen.push('cancelled'));
  cancel();
  await clock.advance(400);
  expect(seen).toEqual(['a at 1200', 'nested at 1250', 'b at 1300']);
  expect(clock.now()).toBe(1_400);
});

test('after a sleep of a virtual clock all that fell due runs, at the time of waking', async () => {
  const clock = virtualClock(1_000);
  const seen: number[] = [];
  clock.at(1_100, () => void seen.push(clock.now()));
  clock.at(2_100, () => void seen.push(clock.now()));
  await clock.sleep(1_000);
  expect(seen).toEqual([2_000]);
});
