import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '../../bundle';
import type { CheckName } from '../../host/checks';
import type { SiteOptions } from '../../site';
import { FIXTURE, type Fixture, start } from '../host/fixture';

/** A small app, or a call of one, that breaks a rule of the platform. */
export interface Breach {
  /** The check that refuses it. */
  readonly check: CheckName;
  /** Changes the manifest of the fixture app. */
  readonly manifest?: (text: string) => string;
  readonly site?: () => Partial<SiteOptions>;
  /** Breaks the rule and says what came of it. */
  readonly breaks: (app: Fixture) => Promise<unknown>;
  /** What comes of it on the platform. */
  readonly refused: unknown;
  /** What came of it on a host that is milder. */
  readonly letThrough: unknown;
}

/** Breaks the rule on a host with all checks, or without the one. */
export async function outcomeOf(breach: Breach, checked: boolean): Promise<unknown> {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  cpSync(join(FIXTURE, 'locales'), join(root, 'locales'), { recursive: true });
  const manifest = readFileSync(join(FIXTURE, 'manifest.yml'), 'utf8');
  const changed = breach.manifest?.(manifest) ?? manifest;
  if (breach.manifest && changed === manifest) throw new Error(`The breach of ${breach.check} changes no manifest.`);
  writeFileSync(join(root, 'manifest.yml'), changed);
  const app = await start({
    root,
    bundle: await bundleApp(FIXTURE),
    ...breach.site?.(),
    ...(checked ? {} : { withoutChecks: [breach.check] }),
  });
  try {
    return await breach.breaks(app);
  } finally {
    await app.site.close();
    rmSync(root, { recursive: true });
  }
}

/** The message of a rejection, or what was answered. */
export const told = (answer: Promise<unknown>): Promise<unknown> =>
  answer.catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
