import { invoke, view } from '@forge/bridge';

async function draw(): Promise<void> {
  document.body.textContent = String(await invoke('words'));
  await view.emitReadyEvent();
}

void draw();
