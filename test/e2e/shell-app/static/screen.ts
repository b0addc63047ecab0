import { events, invoke, Modal, showFlag, view } from '@forge/bridge';

interface Shown {
  extension: Record<string, unknown> & {
    modal?: { question: string };
    config?: { word?: string };
    gadgetConfiguration?: { word?: string };
    macro?: { body?: { content: { content?: { text?: string }[] }[] } };
  };
  moduleKey: string;
}

const add = <K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.textContent = text;
  document.querySelector('main')?.append(element);
  return element;
};
const button = (text: string, act: () => unknown) => {
  add('button', text).onclick = () => void act();
};

function showModal({ extension }: Shown): void {
  add('h1', String(extension.modal?.question));
  button('Yes', () => view.close({ answer: 'yes' }));
}

function showForm({ extension }: Shown): void {
  const isGadget = extension.entryPoint === 'edit';
  add('h1', 'The form');
  const label = add('label', 'Word ');
  const field = document.createElement('input');
  field.value = extension.config?.word ?? extension.gadgetConfiguration?.word ?? '';
  label.append(field);
  const refusal = add('p', '');
  const send = (word: unknown) =>
    view.submit(isGadget ? { word } : { config: { word } }).catch((error: Error) => {
      refusal.textContent = error.message;
    });
  button('Save', () => send(field.value));
  button('Save nothing', () => send(null));
  button('Cancel', () => view.close());
}

async function showView({ extension, moduleKey }: Shown): Promise<void> {
  const word = extension.config?.word ?? extension.gadgetConfiguration?.word ?? 'none';
  add('h1', `${moduleKey}: ${word}`);
  for (const block of extension.macro?.body?.content ?? [])
    add('p', (block.content ?? []).map(({ text }) => text ?? '').join(''));
  add('pre', JSON.stringify(extension));
  add('p', String(await invoke('greet')));
  const heard = add('p', 'No change heard');
  await events.on('JIRA_ISSUE_CHANGED', (data) => {
    heard.textContent = `Heard: ${JSON.stringify(data)}`;
  });
  button('Refresh', () => view.refresh());
  button('Flag', () => showFlag({ id: 'f', title: 'A flag of the app', type: 'success', isAutoDismiss: false }));
  button('Ask', () =>
    new Modal({
      size: 'small',
      title: 'A question',
      context: { question: 'Is it so?' },
      onClose: (payload?: { answer: string }) => {
        heard.textContent = `Answered ${payload?.answer ?? 'nothing'}`;
      },
    }).open(),
  );
}

async function show(): Promise<void> {
  await view.theme.enable();
  const context = (await view.getContext()) as unknown as Shown;
  if (context.extension.modal) showModal(context);
  else if (document.documentElement.dataset.screen === 'form') showForm(context);
  else await showView(context);
}

void show();
