import { events, invoke, requestJira, router, showFlag, view } from '@forge/bridge';

/** Uses the real bridge package and shows what it got. */
async function show(): Promise<void> {
  const out: Record<string, unknown> = { echo: await invoke('echo', { a: 1 }) };
  out.fail = await invoke('fail').catch((error: Error) => error.message);
  out.account = (await view.getContext()).accountId;
  await view.theme.enable();
  out.mode = document.documentElement.dataset.colorMode;
  const history = await view.createHistory();
  history.push('/systems/1');
  out.path = history.location.pathname;
  out.jira = await (await requestJira('/rest/api/3/myself')).json();
  showFlag({ id: 'f', title: 'Hello', type: 'info' });
  const got = new Promise((resolve) => void events.on('news', resolve).then(() => events.emit('news', 7)));
  out.event = await got;
  await router.navigate('/browse/X-1');
  await view.submit({ a: 1 });
  out.egress = await fetch('https://example.com').then(
    () => 'open',
    () => 'refused',
  );
  document.body.textContent = JSON.stringify(out);
}

void show();
