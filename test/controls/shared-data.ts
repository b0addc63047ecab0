import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');
const SHARED = resolve(ROOT, process.env.PLUMBLINE_SHARED ?? '../shared');

/** The United States federal AI inventory of 2024, as published. */
export const INVENTORY = join(SHARED, 'data', 'us-federal-ai-inventory-2024', 'inventory.csv');

/** The checked facts on the standards and the AI Act. */
export const FACTS = join(SHARED, 'facts', 'aims-facts.json');

/** What the AI Act says, read a second time: whatever the two tell apart, this one is right. */
export const AI_ACT = join(SHARED, 'content', 'ai-act-data.json');

/**
 * A test that reads a file of the shared folder. Without the file it is skipped with a line that says so; with `CI` set
 * it runs and fails, so that a build never passes by having looked at nothing.
 */
export function testWith(path: string, name: string, run: jest.ProvidesCallback, timeout?: number): void {
  if (existsSync(path) || process.env.CI) test(name, run, timeout);
  else test.skip(`${name} (skipped: ${path} is absent; set PLUMBLINE_SHARED)`, run);
}
