import { useEffect, useState } from 'react';
import { request } from './site';

/** One person of `GET /local/people`. */
export interface Person {
  accountId: string;
  displayName: string;
  accountType: 'atlassian' | 'customer';
  active: boolean;
  groups: readonly string[];
}

let asked: Promise<readonly Person[]> | null = null;

/** Everybody with an account on the site; read once a page. */
export function usePeople(): readonly Person[] {
  const [people, setPeople] = useState<readonly Person[]>([]);
  useEffect(() => {
    asked ??= request<Person[]>('GET', '/local/people').catch(() => []);
    void asked.then(setPeople);
  }, []);
  return people;
}

/** The name of an account, as the site's directory has it. */
export function useNameOf(): (accountId: string | null | undefined) => string {
  const people = usePeople();
  return (accountId) => people.find((person) => person.accountId === accountId)?.displayName ?? 'Somebody';
}
