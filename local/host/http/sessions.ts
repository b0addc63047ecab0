import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Directory } from '../../seam';
import { accountOfBasic } from './basic';
import { HttpRefused } from './exchange';

export interface Session {
  accountId: string | null;
  /** Goes with every changing request in `x-csrf-token`. */
  csrf: string;
}

const COOKIE = 'plumbline-session';

/** Who is at the keyboard: a cookie for the shell, basic auth for other clients. Kept in memory. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly origin: string,
    private readonly firstAccount: string | null,
    private readonly directory: Directory,
  ) {}

  /** The session of a browser; makes one when there is none. */
  of(request: IncomingMessage): { session: Session; setCookie: string | null } {
    const id = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
    const known = id === undefined ? undefined : this.sessions.get(id);
    if (known) return { session: known, setCookie: null };
    const made = randomBytes(24).toString('base64url');
    const session: Session = { accountId: this.firstAccount, csrf: randomBytes(24).toString('base64url') };
    this.sessions.set(made, session);
    return { session, setCookie: `${COOKIE}=${made}; Path=/; HttpOnly; SameSite=Strict` };
  }

  /** The account of a REST request: basic auth first, then the cookie. */
  accountOf(request: IncomingMessage): { accountId: string | null; byCookie: Session | null } {
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (basic !== undefined) return { accountId: accountOfBasic(basic, this.directory), byCookie: null };
    if (!request.headers.cookie?.includes(`${COOKIE}=`)) return { accountId: null, byCookie: null };
    const { session } = this.of(request);
    return { accountId: session.accountId, byCookie: session };
  }

  /** @throws HttpRefused when a changing request of a browser comes from another site or without the token */
  checkChange(request: IncomingMessage, session: Session): void {
    this.checkOrigin(request);
    if (request.headers['x-csrf-token'] !== session.csrf)
      throw new HttpRefused(403, 'The x-csrf-token is missing or wrong. Read it from GET /local/session.');
  }

  checkOrigin(request: IncomingMessage): void {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.origin)
      throw new HttpRefused(403, `Requests from ${origin} are not accepted.`);
  }
}
