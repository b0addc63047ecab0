import { createContext, useContext } from 'react';
import type { AppFacts } from '../../host/bridge/parent';
import { request, setCsrf } from './site';

export type Module = AppFacts['modules'][number];

/** Who is logged in, and what the site says about the app. */
export interface Session extends AppFacts {
  /** Null for somebody who is not logged in. */
  accountId: string | null;
  /** Keys of the app's scheduled triggers. */
  schedules: readonly string[];
  /** Types of modules of the app that the site does not serve. */
  unserved: readonly string[];
}

export async function openSession(): Promise<Session> {
  const session = await request<Session>('GET', '/local/app');
  setCsrf(session.csrf);
  return session;
}

/** Logs in as somebody else, or as nobody, and draws everything anew. */
export async function switchUser(accountId: string | null): Promise<void> {
  await request('POST', '/local/session', { accountId });
  location.reload();
}

export const SessionContext = createContext<Session | null>(null);

/** @throws Error outside of the shell */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session around this component.');
  return session;
}

/** The app's modules of one type that the person may open, in the order of the manifest. */
export function useModules(type: string): Module[] {
  return useSession().modules.filter((module) => module.type === type && module.isOpen);
}
