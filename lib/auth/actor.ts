import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Role } from '@/lib/domain/vocabulary';

/** Who acts, as the permission table sees it. Read anew on every request: rights follow the database, not the cookie. */
export interface Actor {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** Acts for the deputy today. */
  readonly isDelegate: boolean;
  readonly delegateUntil: CivilDate | null;
  /** An expert's own district; null = the whole county. */
  readonly districtCode: string | null;
  /** Bodies a liaison reports for, with those of a whole district resolved. */
  readonly bodyIds: ReadonlySet<number>;
  readonly mustChangePassword: boolean;
}
