/**
 * What citizens may know: every column of every open file, with the columns of the database that it is made from. Pages and files are
 * made from rows of these columns alone, so what is not named here is private. Titles and meanings stand in `lib/messages/public-data.ts`.
 */

/** How the values of a column are meant. `flag` is yes or no; `ratio` runs from 0 to 1; `month` is Jalali `YYYY-MM`. */
export type PublicType =
  'text' | 'code' | 'word' | 'day' | 'jalali_day' | 'month' | 'address' | 'flag' | 'ratio' | 'number';

export interface PublicColumn {
  readonly name: string;
  readonly type: PublicType;
  /** `table.column` of the database; none where the value is made here. */
  readonly sources: readonly string[];
}

/** What the share of a body is worked out from. */
const VERIFIED_SHARE = ['events.kind', 'milestone_versions.weight_points', 'milestone_versions.applies_to'] as const;
const PLANNED_SHARE = ['milestone_versions.baseline_due_on', 'milestone_versions.weight_points'] as const;
/** What a mean over bodies weighs them by. */
const WEIGHTS = ['body_versions.weight_points', 'track_versions.weight_points'] as const;
/** Answers of clients that are pooled, never one by one. */
const ANSWERS = [
  'survey_responses.satisfaction',
  'survey_responses.ease',
  'survey_responses.transparency',
  'survey_responses.integrity',
  'survey_responses.needed_go_between',
] as const;

const BODY_CODE = { name: 'body_code', type: 'code', sources: ['bodies.code'] } as const;
const TRACK_CODE = { name: 'track_code', type: 'code', sources: ['tracks.code'] } as const;
const TRACK_TITLE = { name: 'track_title', type: 'text', sources: ['track_versions.title'] } as const;
const DEADLINE = [
  { name: 'deadline', type: 'day', sources: ['track_versions.deadline_on'] },
  { name: 'deadline_jalali', type: 'jalali_day', sources: ['track_versions.deadline_on'] },
] as const;

export const PUBLIC_RESOURCES = {
  bodies: [
    BODY_CODE,
    { name: 'name', type: 'text', sources: ['body_versions.name'] },
    { name: 'category', type: 'word', sources: ['body_versions.category'] },
    { name: 'category_title', type: 'text', sources: ['body_versions.category'] },
    { name: 'district_code', type: 'code', sources: ['body_versions.district_code', 'area_versions.code'] },
    { name: 'district', type: 'text', sources: ['area_versions.name'] },
    { name: 'real_desk', type: 'flag', sources: ['events.kind', 'setting_versions.value'] },
    { name: 'desk_address', type: 'address', sources: ['desk_address_versions.url'] },
  ],
  body_tracks: [
    BODY_CODE,
    TRACK_CODE,
    TRACK_TITLE,
    { name: 'verified', type: 'ratio', sources: VERIFIED_SHARE },
    ...DEADLINE,
  ],
  milestones: [
    BODY_CODE,
    TRACK_CODE,
    { name: 'milestone_code', type: 'code', sources: ['milestones.code'] },
    { name: 'title', type: 'text', sources: ['milestone_versions.title'] },
    { name: 'actor', type: 'word', sources: ['milestone_versions.actor'] },
    { name: 'verified', type: 'flag', sources: ['events.kind'] },
    { name: 'verified_on', type: 'day', sources: ['events.recorded_on'] },
    { name: 'verified_on_jalali', type: 'jalali_day', sources: ['events.recorded_on'] },
  ],
  figures: [
    { name: 'grouping', type: 'word', sources: [] },
    {
      name: 'code',
      type: 'code',
      sources: ['tracks.code', 'body_versions.category', 'body_versions.district_code'],
    },
    { name: 'title', type: 'text', sources: ['track_versions.title', 'area_versions.name'] },
    ...DEADLINE,
    { name: 'bodies', type: 'number', sources: ['bodies.id'] },
    { name: 'milestones', type: 'number', sources: ['milestones.id'] },
    { name: 'verified_milestones', type: 'number', sources: ['events.kind'] },
    { name: 'planned', type: 'ratio', sources: [...PLANNED_SHARE, ...WEIGHTS] },
    { name: 'verified', type: 'ratio', sources: [...VERIFIED_SHARE, ...WEIGHTS] },
  ],
  outcomes: [
    { name: 'origin', type: 'word', sources: [] },
    { name: 'measure', type: 'code', sources: ['indicator_versions.code', 'indicator_readings.indicator_code'] },
    { name: 'title', type: 'text', sources: ['indicator_versions.title'] },
    { name: 'unit', type: 'text', sources: ['indicator_versions.unit'] },
    { name: 'direction', type: 'word', sources: ['indicator_versions.direction'] },
    { name: 'body_code', type: 'code', sources: ['bodies.code'] },
    { name: 'month', type: 'month', sources: ['indicator_readings.month', 'survey_responses.month'] },
    {
      name: 'value',
      type: 'number',
      sources: [
        'indicator_readings.value',
        'indicator_readings.numerator',
        'indicator_readings.denominator',
        ...ANSWERS,
      ],
    },
    { name: 'count', type: 'number', sources: ['indicator_readings.denominator', ...ANSWERS] },
    { name: 'bodies', type: 'number', sources: ['bodies.id'] },
    { name: 'withheld', type: 'word', sources: [] },
  ],
  dictionary: [
    { name: 'resource', type: 'word', sources: [] },
    { name: 'column', type: 'code', sources: [] },
    { name: 'title', type: 'text', sources: [] },
    { name: 'meaning', type: 'text', sources: [] },
    { name: 'type', type: 'word', sources: [] },
    { name: 'unit', type: 'text', sources: [] },
    { name: 'source_columns', type: 'text', sources: [] },
  ],
} as const satisfies Readonly<Record<string, readonly PublicColumn[]>>;

export type PublicResource = keyof typeof PUBLIC_RESOURCES;
export const PUBLIC_RESOURCE_NAMES = Object.keys(PUBLIC_RESOURCES) as PublicResource[];

/** What heads the pages and every JSON file besides the rows. */
export const PUBLIC_HEAD = [
  { name: 'programme', type: 'text', sources: ['programme_versions.title'] },
  { name: 'county', type: 'text', sources: ['programme_versions.county_code', 'area_versions.name'] },
] as const satisfies readonly PublicColumn[];

type ValueOf<T extends PublicType> = T extends 'flag' ? boolean : T extends 'ratio' | 'number' ? number : string;
type ColumnOf<R extends PublicResource> = (typeof PUBLIC_RESOURCES)[R][number];

/** A row of an open file: a value, or null, for each column of the list and nothing else. */
export type PublicRow<R extends PublicResource> = {
  readonly [C in ColumnOf<R> as C['name']]: ValueOf<C['type']> | null;
};

/** A name of a column of a resource. */
export type PublicColumnName<R extends PublicResource> = ColumnOf<R>['name'];

/** All columns of the database of which something is published, each once. */
export function publicSources(): string[] {
  const columns: PublicColumn[] = [...Object.values(PUBLIC_RESOURCES).flat(), ...PUBLIC_HEAD];
  return [...new Set(columns.flatMap(({ sources }) => sources))].sort();
}

/** Fewer answers or cases than this could lead to a person: the figure is withheld. */
export const FEWEST_ANSWERS = 5;

/** Why there is no value: too few answers, or nobody knows how many there were. */
export const WITHHELD_REASONS = ['few', 'count_unknown'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** Indicators without a denominator that are no mean of people's answers, so that their count hides nobody. */
const WITHOUT_ANSWERS: ReadonlySet<string> = new Set(['IN1']);

/** Why a reading is not published; null where it is. */
export function withheldReading(code: string, denominator: number | null): WithheldReason | null {
  if (denominator === null) return WITHOUT_ANSWERS.has(code) ? null : 'count_unknown';
  return denominator < FEWEST_ANSWERS ? 'few' : null;
}

/** Figures of the clients' survey, as they are called in the open files. */
export const SURVEY_MEASURES = ['satisfaction', 'ease', 'transparency', 'integrity', 'go_between'] as const;
export type SurveyMeasure = (typeof SURVEY_MEASURES)[number];

/** How figures are grouped in the open files. */
export const PUBLIC_GROUPINGS = ['total', 'track', 'category', 'district'] as const;
export type PublicGrouping = (typeof PUBLIC_GROUPINGS)[number];

/** The address of a desk as people may follow it; null for what is no web address. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && username === '' && password === '' ? href : null;
}
