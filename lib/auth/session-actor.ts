import type { Clock } from '@/lib/clock';
import type { Actor } from './actor';
import { loadActor } from './load-actor';
import { readSession, type SessionStore } from './session';

export interface SignedInActor {
  readonly actor: Actor;
  readonly sessionToken: string;
}

/** Who sends a request, with the rights of this moment; null for nobody, an ended session or a disabled account. */
export async function readSessionActor(
  store: SessionStore & { readonly clock: Clock },
  headers: Headers,
): Promise<SignedInActor | null> {
  const session = await readSession(store, headers);
  if (session === null) return null;
  const actor = loadActor(store.db, session.userId, store.clock.today());
  return actor === null ? null : { actor, sessionToken: session.token };
}
