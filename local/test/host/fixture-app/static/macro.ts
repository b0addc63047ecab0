import { i18n, Modal, requestConfluence, showFlag, view } from '@forge/bridge';

/** A macro's view and its form in one: uses what macros use of the real bridge package, and shows what it got. */
async function show(): Promise<void> {
  const context = await view.getContext();
  const extension = context.extension as { modal?: unknown; macro?: { isConfiguring?: boolean } };
  if (extension.modal) return dialog(extension.modal);
  const t = await i18n.createTranslationFunction();
  const out: Record<string, unknown> = {
    locale: context.locale,
    localId: context.localId,
    extension,
    title: t('note.title'),
    english: t('only.english', 'none'),
    german: (await i18n.getTranslations('de-DE')).translations,
  };
  const answer = await requestConfluence('/wiki/api/v2/spaces?limit=1');
  out.confluence = [answer.status, ((await answer.json()) as { results: { key: string }[] }).results[0]?.key];
  out.closed = await new Promise((resolve, reject) => {
    new Modal({ resource: 'main/form', size: 'small', context: { ask: 1 }, onClose: resolve }).open().catch(reject);
  });
  const code = (error: Error) => error.message.split(':')[0];
  const submit = (payload: unknown) => view.submit(payload as never).then(() => 'taken', code);
  out.submits = [
    await submit({ config: { scope: null } }),
    await submit({ config: { scope: 'organisation' }, body: { type: 'nothing' } }),
    await submit('text'),
    await submit({ config: { scope: 'organisation' } }),
  ];
  showFlag({ id: 'f', title: 'Shown', type: 'success' });
  await view.emitReadyEvent();
  document.body.textContent = JSON.stringify(out);
}

async function dialog(modal: unknown): Promise<void> {
  document.body.textContent = `dialog ${JSON.stringify(modal)}`;
  await view.close({ answered: modal });
}

void show();
