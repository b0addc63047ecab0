import { type DocumentNode, macroNode } from '../../local/host/macros/node';
import type { Site } from '../../local/site';
import { ADMINISTRATOR, type Operator } from '../operator';
import { bodyOf, h, p } from './adf';
import type { AccountIds } from './create-people';
import { aSecondLater } from './later';
import { BOARD_PAPERS, DOCUMENTS, PEOPLE_PAGE, PUBLIC_INTRODUCTION, type SamplePage } from './pages';
import { POLICY_TEXT } from './policy-text';
import type { PersonRef } from './sample-issue';

/** What other parts of the sample need of its pages. */
export interface SeededPages {
  /** The page with the AI policy, or null where the app has no macro for it. */
  readonly policy: { readonly id: string; readonly version: number } | null;
}

interface Page {
  readonly id: string;
  readonly title: string;
  readonly version: { readonly number: number };
}

const V2 = '/wiki/api/v2';
const V1 = '/wiki/rest/api';

/**
 * The insurer's Confluence: a space of the AIMS whose policy everybody may read, the people department's own space, and one
 * for the public. What is there already is left alone. Macros that the app does not have are left out.
 */
export async function createPages(site: Site, operator: Operator, accounts: AccountIds): Promise<SeededPages> {
  return new PageWriter(site, operator, accounts).run();
}

class PageWriter {
  private macros = 0;

  constructor(
    private readonly site: Site,
    private readonly operator: Operator,
    private readonly accounts: AccountIds,
  ) {}

  async run(): Promise<SeededPages> {
    const { rest } = this.operator;
    const { results } = await rest<{ results: unknown[] }>('GET', `${V2}/spaces?keys=AIMS`);
    if (!this.site.confluence || results.length > 0) return { policy: null };
    const aims = await this.space('AIMS', 'AI management system');
    await this.openToWorld('AIMS');
    const policy = await this.create(aims, {
      title: 'AI Policy',
      author: 'ines',
      content: [...this.macro('aims-policy', {}, POLICY_TEXT)],
    });
    const papers = await this.create(aims, {
      title: 'Working documents',
      author: 'ines',
      content: [p('For the people of the company: what the AI management system is made of.')],
    });
    await this.restrict(papers.id, 'ines', 'confluence-users');
    for (const document of DOCUMENTS) await this.create(aims, document, papers.id);
    await this.create(aims, { title: 'Where we stand', author: 'ines', content: this.whereWeStand() }, papers.id);
    const board = await this.create(aims, BOARD_PAPERS, papers.id);
    await this.restrict(board.id, 'ines', 'aims-governance');
    await this.people();
    await this.publish(policy.id);
    const hasMacro = this.site.manifest.modules.has('aims-policy');
    return { policy: hasMacro ? { id: policy.id, version: policy.version.number } : null };
  }

  /** Every macro of the app under a heading of its own. */
  private whereWeStand(): DocumentNode[] {
    const sections: readonly (readonly [string, string])[] = [
      ['Coverage of clauses and controls', 'aims-clause-coverage'],
      ['Controls', 'aims-control-status'],
      ['AI systems', 'aims-register'],
      ['Risks', 'aims-risk-matrix'],
      ['Nonconformities', 'aims-nonconformities'],
    ];
    return [
      p('Drawn from the registers each time this page is opened.'),
      ...sections.flatMap(([title, key]) => {
        const macro = this.macro(key, { scope: 'organisation' });
        return macro.length > 0 ? [h(title), ...macro] : [];
      }),
    ];
  }

  private async people(): Promise<void> {
    const space = await this.operator.rest<{ id: number }>('POST', `${V1}/space/_private`, {
      key: 'HR',
      name: 'People department',
    });
    for (const [key, target] of [
      ['read', 'space'],
      ['create', 'page'],
    ]) {
      await this.operator.rest('POST', `${V1}/space/HR/permission`, {
        subject: { type: 'group', identifier: await this.groupId('people-department') },
        operation: { key, target },
      });
    }
    await this.create(String(space.id), PEOPLE_PAGE);
  }

  private async publish(policyId: string): Promise<void> {
    const space = await this.space('PUBLIC', 'Trust centre');
    await this.openToWorld('PUBLIC');
    const content = [...PUBLIC_INTRODUCTION, ...this.macro('aims-policy', { pageId: policyId })];
    await this.create(space, { title: 'How we use AI', author: 'sofia', content });
  }

  private async space(key: string, name: string): Promise<string> {
    return (await this.operator.rest<{ id: string }>('POST', `${V2}/spaces`, { key, name })).id;
  }

  private openToWorld(key: string): Promise<unknown> {
    return this.operator.rest('PUT', `/wiki/local/space/${key}/anonymous`, { allowed: true });
  }

  private async create(spaceId: string, page: SamplePage, parentId?: string): Promise<Page> {
    const { rest } = this.operator;
    const made = await rest<Page>(
      'POST',
      `${V2}/pages`,
      { spaceId, status: 'current', title: page.title, body: bodyOf(page.content), ...(parentId ? { parentId } : {}) },
      this.account(page.author),
    );
    await aSecondLater(this.site);
    const { revised } = page;
    if (!revised) return made;
    const next = {
      id: made.id,
      status: 'current',
      title: made.title,
      body: bodyOf(revised.content),
      version: { number: made.version.number + 1, message: revised.message },
    };
    const changed = await rest<Page>('PUT', `${V2}/pages/${made.id}`, next, this.account(revised.by));
    await aSecondLater(this.site);
    return changed;
  }

  private async restrict(pageId: string, by: PersonRef, group: string): Promise<void> {
    const restrictions = { user: [{ accountId: this.account(by) }], group: [{ name: group }] };
    await this.operator.rest(
      'POST',
      `${V1}/content/${pageId}/restriction`,
      [{ operation: 'read', restrictions }],
      this.account(by),
    );
  }

  /** The node of a macro in a list of one; empty when the app has no such macro. */
  private macro(key: string, config: Record<string, string>, body: readonly DocumentNode[] = []): DocumentNode[] {
    const { manifest, installation } = this.site;
    const module = manifest.modules.get(key);
    if (module?.type !== 'macro') return [...body];
    const layout = (module as { layout?: unknown }).layout === 'bodied' ? 'bodied' : 'block';
    const title = manifest.translations.text(module.title) ?? key;
    this.macros += 1;
    const localId = `00000000-0000-4000-8000-${String(this.macros).padStart(12, '0')}`;
    const app = { appId: manifest.appId, environmentId: installation.environmentId };
    return [macroNode(app, { key, title, layout }, { localId, config, body })];
  }

  private async groupId(name: string): Promise<string> {
    const path = `/rest/api/3/group/bulk?groupName=${encodeURIComponent(name)}`;
    const { values } = await this.operator.rest<{ values: { groupId: string }[] }>('GET', path);
    return values[0]?.groupId ?? '';
  }

  private account(ref: PersonRef): string {
    return ref === 'admin' ? ADMINISTRATOR : (this.accounts.get(ref) ?? '');
  }
}
