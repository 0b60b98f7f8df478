import type { JalaliParseFailure } from '@/lib/calendar/jalali';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Refusal } from './transitions';

/**
 * What can be wrong with, or worth a word about, one row of an imported table. Services find problems, `lib/messages/imports.ts` turns
 * them into sentences; the type stands here because both need it.
 */
export const IMPORT_COLUMNS = [
  'code',
  'name',
  'category',
  'district',
  'ruralDistrict',
  'officialCode',
  'providesPublicService',
  'phone',
  'remarks',
  'existenceBasis',
  'weight',
  'existsFrom',
  'dissolvedOn',
  'coordinationOnly',
  'milestone',
  'event',
  'occurredOn',
  'recordedOn',
  'note',
  'cause',
  'turn',
  'dueOn',
  'title',
  'shortTitle',
  'legalReference',
  'county',
  'start',
  'end',
  'baselineMonth',
  'deadline',
  'deadlineSource',
  'track',
  'position',
  'guidance',
  'evidenceText',
  'evidenceKinds',
  'actor',
  'due',
  'appliesTo',
  'basis',
  'validFrom',
  'areaKind',
  'parent',
  'population',
  'day',
  'isoDay',
  'isHoliday',
  'formula',
  'unit',
  'direction',
  'points',
  'isCritical',
  'contradicts',
  'axis',
  'axisTitle',
  'text',
  'isReversed',
  'feeds',
  'phrases',
  'mapColumn',
  'mapRow',
  'indicator',
  'month',
  'numerator',
  'denominator',
  'value',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export type ImportProblem =
  | { readonly reason: 'required' }
  | { readonly reason: 'too_long'; readonly limit: number }
  | { readonly reason: 'unknown_word'; readonly value: string; readonly known: readonly string[] }
  | { readonly reason: 'bad_code'; readonly value: string }
  | { readonly reason: 'bad_number'; readonly value: string }
  | { readonly reason: 'not_positive'; readonly value: string }
  | { readonly reason: 'bad_yes_no'; readonly value: string }
  | { readonly reason: 'bad_official_code'; readonly value: string }
  | { readonly reason: 'bad_month'; readonly value: string }
  | { readonly reason: 'bad_date'; readonly value: string; readonly failure: JalaliParseFailure }
  | { readonly reason: 'date_not_the_same'; readonly value: string; readonly other: string }
  | { readonly reason: 'unknown_district'; readonly value: string; readonly known: readonly string[] }
  | { readonly reason: 'unknown_rural_district'; readonly value: string; readonly known: readonly string[] }
  | { readonly reason: 'rural_district_elsewhere'; readonly value: string; readonly district: string }
  | { readonly reason: 'several_areas'; readonly value: string; readonly codes: readonly string[] }
  | {
      readonly reason: 'official_code_repeated';
      readonly value: string;
      readonly sheetRow: number;
      readonly code: string;
    }
  | { readonly reason: 'official_code_taken'; readonly value: string; readonly code: string; readonly name: string }
  | { readonly reason: 'contradicts_row'; readonly sheetRow: number; readonly columns: readonly ImportColumn[] }
  | { readonly reason: 'same_body_twice'; readonly sheetRow: number; readonly code: string }
  | { readonly reason: 'several_bodies'; readonly value: string; readonly codes: readonly string[] }
  | { readonly reason: 'code_missing' }
  | { readonly reason: 'dissolved_before_founded' }
  | { readonly reason: 'repeated_code'; readonly value: string; readonly sheetRow: number }
  | { readonly reason: 'one_programme_only' }
  | { readonly reason: 'unknown_track'; readonly value: string; readonly known: readonly string[] }
  | { readonly reason: 'unknown_parent'; readonly value: string }
  | { readonly reason: 'unknown_county'; readonly value: string }
  | { readonly reason: 'order_of_days'; readonly earlier: ImportColumn; readonly later: ImportColumn }
  | { readonly reason: 'due_before_start'; readonly due: string; readonly start: string; readonly track: string }
  | { readonly reason: 'moved_to_other_track'; readonly value: string; readonly track: string }
  | { readonly reason: 'unknown_body'; readonly value: string }
  | { readonly reason: 'unknown_milestone'; readonly value: string }
  | { readonly reason: 'several_milestones'; readonly value: string; readonly programmes: readonly string[] }
  | { readonly reason: 'milestone_not_for_body'; readonly value: string; readonly code: string }
  | { readonly reason: 'milestone_not_wanted'; readonly event: string }
  | { readonly reason: 'event_not_importable'; readonly event: string }
  | { readonly reason: 'body_did_not_exist'; readonly code: string; readonly day: string }
  | { readonly reason: 'recorded_out_of_order'; readonly day: string; readonly previous: string }
  | { readonly reason: 'recorded_before_newest'; readonly day: string; readonly newest: string }
  | {
      readonly reason: 'recorded_before_edition';
      readonly day: string;
      readonly issuedOn: string;
      readonly number: number;
    }
  | { readonly reason: 'recorded_before_programme'; readonly day: string; readonly start: string }
  | { readonly reason: 'recorded_in_future'; readonly day: string; readonly today: string }
  | { readonly reason: 'occurred_after_recorded' }
  | { readonly reason: 'unknown_body_word'; readonly value: string }
  | { readonly reason: 'not_yours_to_report'; readonly value: string }
  | {
      readonly reason: 'month_out_of_range';
      readonly value: string;
      readonly from: JalaliMonth | null;
      readonly to: JalaliMonth | null;
    }
  /** what the form says of a reading that cannot be, or has to be explained */
  | { readonly reason: 'reading'; readonly sentence: string }
  | { readonly reason: 'reading_twice'; readonly sheetRow: number }
  | { readonly reason: 'illegal_transition'; readonly refusal: Refusal };

/** Said, not refused. */
export type ImportWarning =
  | { readonly reason: 'lenient_date'; readonly value: string; readonly read: string }
  | { readonly reason: 'repeat_differs'; readonly sheetRow: number; readonly columns: readonly ImportColumn[] }
  | { readonly reason: 'known_under_other_code'; readonly value: string; readonly code: string }
  | { readonly reason: 'official_code_elsewhere'; readonly value: string; readonly district: string }
  | { readonly reason: 'not_in_file'; readonly codes: readonly string[] }
  | { readonly reason: 'due_outside_track'; readonly due: string; readonly start: string; readonly deadline: string }
  | { readonly reason: 'no_holidays' };

/** A problem with its place. `sheetRow` counts from 1 as Excel does; `file` is given where several files are read at once. */
export interface RowProblem {
  readonly file?: string;
  readonly sheetRow: number;
  readonly column: ImportColumn | null;
  readonly code: string | null;
  readonly problem: ImportProblem;
}

export interface RowWarning {
  readonly file?: string;
  readonly sheetRow: number | null;
  readonly column: ImportColumn | null;
  readonly code: string | null;
  readonly warning: ImportWarning;
}
