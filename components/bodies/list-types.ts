import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyColumn, BodySort, DeskKind } from '@/lib/domain/body-columns';
import type { BlockCause, BodyCategory, PairStatus, Turn } from '@/lib/domain/vocabulary';

/** What the form of the list shows as chosen. */
export interface BodyListChoice {
  readonly q: string;
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  readonly status: PairStatus | null;
  readonly desk: DeskKind | null;
  readonly silent: boolean;
  readonly blocked: boolean;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly waiting: boolean;
  readonly coordination: boolean;
  readonly sort: BodySort;
  readonly descending: boolean;
  readonly columns: readonly BodyColumn[];
  readonly filter: {
    readonly deadlineOn: CivilDate | null;
    readonly trackCode: string | null;
    readonly category: BodyCategory | null;
    readonly districtCode: string | null;
  };
}

/** One body as the list draws it. */
export interface ListedBody {
  readonly body: {
    readonly code: string;
    readonly name: string;
    readonly category: BodyCategory;
    readonly phone: string | null;
    readonly officialCode: string | null;
    readonly coordinationOnly: boolean;
  };
  readonly districtName: string;
  readonly ruralDistrictName: string | null;
  readonly status: PairStatus;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
  readonly gap: number | null;
  readonly tracks: readonly {
    readonly trackCode: string;
    readonly status: PairStatus;
    readonly planned: number;
    readonly claimed: number;
    readonly verified: number;
  }[];
  readonly silentDays: number | null;
  readonly lastReportOn: CivilDate | null;
  readonly isSilent: boolean;
  readonly isRealDesk: boolean | null;
  readonly blockers: readonly unknown[];
  readonly waitingCount: number;
}

export interface ListedTrack {
  readonly code: string;
  readonly title: string;
}
