import type { Caller, Directory, Product, ProductResponse } from '../../seam';
import type { Activity } from '../activity';
import { json, proxyError } from '../answer';
import type { Checks } from '../checks';
import type { Faults, Outage } from '../faults';
import type { Invocation } from '../invocation';
import type { Journal } from '../journal';
import { isLicensed } from '../licence';
import { DURATIONS } from '../limits';
import type { Manifest } from '../manifest';
import type { Answer, FetchMeta } from '../worker/protocol';

/** What Atlassian's gateway answers while a product is down. */
const unavailable = ({ retryAfterSeconds }: Outage): ProductResponse => ({
  status: 503,
  headers: {
    'content-type': 'application/json',
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  },
  body: JSON.stringify({ code: 503, message: 'Service Unavailable' }),
});

const PRODUCT_NAMES = ['jira', 'confluence'] as const;
const PRODUCTS: ReadonlySet<string> = new Set(PRODUCT_NAMES);

/** Product REST as the platform's proxy offers it to a function: who calls is decided here, what he may do by the product. */
export class ProductGate {
  constructor(
    private readonly manifest: Manifest,
    private readonly products: ReadonlyMap<string, Product>,
    private readonly journal: Journal,
    private readonly now: () => number,
    private readonly faults: Faults,
    private readonly activity: Activity,
    private readonly directory: Directory,
    private readonly checks: Checks,
  ) {}

  async serve(
    meta: FetchMeta,
    path: string,
    init: { method: string; headers: Record<string, string>; body: string | null },
    invocation: Invocation,
  ): Promise<Answer> {
    const remote = meta.remote ?? '';
    const product = this.products.get(remote);
    if (!product)
      return PRODUCTS.has(remote) ? proxyError(404, 'PRODUCT_NOT_INSTALLED') : proxyError(400, 'INVALID_REMOTE');
    const caller = this.callerOf(meta, invocation);
    if ('status' in caller) return caller;
    return this.refusal(caller) ?? this.request(product, { ...init, path, caller });
  }

  /** A request in the name of a user, from the front end's bridge. */
  async asUser(
    remote: string,
    path: string,
    init: { method: string; headers: Record<string, string>; body: string | null },
    accountId: string | null,
  ): Promise<Answer> {
    const product = this.products.get(remote);
    if (!product) return proxyError(404, 'PRODUCT_NOT_INSTALLED');
    const caller: Caller = accountId
      ? { kind: 'user', accountId, throughApp: true, scopes: this.manifest.scopes }
      : { kind: 'anonymous' };
    const refused = this.refusal(caller);
    if (refused) return refused;
    this.activity.enter();
    try {
      return await this.request(product, { ...init, path, caller });
    } finally {
      this.activity.leave();
    }
  }

  private callerOf(meta: FetchMeta, invocation: Invocation): Caller | Answer {
    const { scopes } = this.manifest;
    if (meta.provider === 'app') return { kind: 'app', scopes };
    if (meta.provider === 'none') return { kind: 'anonymous' };
    if (meta.provider !== 'user') return proxyError(400, 'INVALID_PROVIDER');
    if (meta.accountId && meta.accountId !== invocation.accountId) {
      // Offline impersonation: developer.atlassian.com/platform/forge/manifest-reference/permissions (allowImpersonation).
      if (!this.manifest.impersonates) return proxyError(403, 'USER_IMPERSONATION_NOT_ALLOWED');
      return { kind: 'user', accountId: meta.accountId, throughApp: true, scopes };
    }
    if (!invocation.accountId) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
    return { kind: 'user', accountId: invocation.accountId, throughApp: true, scopes };
  }

  /**
   * Nobody without a licence calls a product through an app, but for customers (access-to-forge-apps-for-unlicensed-users,
   * "Authenticated Atlassian app API calls"). Who has a licence for another product of the site is let through, and so are
   * closed accounts, which have no session there: what they get is for the product to say.
   */
  private refusal(caller: Caller): Answer | null {
    if (caller.kind !== 'user' || !this.checks.holds('licence-of-user')) return null;
    const person = this.directory.person(caller.accountId);
    if (!person?.active || person.accountType !== 'atlassian') return null;
    if (PRODUCT_NAMES.some((name) => isLicensed(this.directory, person, name))) return null;
    return json(401, { code: 401, message: 'Unauthorized' });
  }

  private async request(
    product: Product,
    request: { method: string; path: string; headers: Record<string, string>; body: string | null; caller: Caller },
  ): Promise<Answer> {
    await this.activity.take(DURATIONS.productCall);
    const delay = this.faults.delayOf(product.name);
    if (delay > 0) await this.activity.pause(delay);
    const outage = this.faults.outageOf(product.name);
    const response: ProductResponse = outage ? unavailable(outage) : await product.handle(request);
    this.journal.add('product', {
      at: this.now(),
      remote: product.name,
      method: request.method,
      path: request.path,
      status: response.status,
      points: Number(response.headers['x-points'] ?? 0),
      as: request.caller.kind,
    });
    // A function's answer is text, whatever it asked for.
    const body = response.file ? Buffer.from(response.file).toString('utf8') : response.body;
    return { status: response.status, headers: { ...response.headers }, body };
  }
}
