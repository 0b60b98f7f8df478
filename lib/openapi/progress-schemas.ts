import { EARNED_SCHEDULE_REASONS } from '@/lib/domain/figures';
import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { GROUPINGS, REQUIRED_REASONS, SPI_REASONS } from '@/lib/services/progress';
import { count, list, number, object, orNull, ratio, ref, text, whole, words } from './schema-words';
import type { Schema } from './types';

const statusCounts = Object.fromEntries(PAIR_STATUSES.map((status) => [status, count()]));

export const PROGRESS_SCHEMAS: Readonly<Record<string, Schema>> = {
  EarnedSchedule: object(
    {
      es: orNull(number('Earned schedule in weeks.')),
      at: orNull(number('Weeks since the Friday before the earliest start of a track.')),
      spiT: orNull(number('es ÷ at.')),
      forecastFinish: orNull(ref('Date')),
      reason: orNull(
        words(
          EARNED_SCHEDULE_REASONS,
          'Why members are null. Under `complete` forecastFinish is the day of the last verification; under `not_in_sight` only it is null.',
        ),
      ),
    },
    'Earned schedule (Lipke 2003; ISO 21508), for groups with one deadline.',
  ),
  StatusCounts: object(statusCounts, 'Pairs of body and track by status; they sum to bodyTracks + exempt.'),
  Group: object({
    key: text('`total`, the code of the track, the category, the area code of the district or the code of the body.'),
    label: text('Persian.'),
    bodies: count('Bodies with a pair that counts.'),
    bodyTracks: count('Pairs of body and track that count: those that are not wholly exempt.'),
    planned: orNull(ratio('Share of weight whose baseline due is on or before asOf; null = no data.')),
    claimed: orNull(ratio('Share claimed or verified; null = no data.')),
    verified: orNull(ratio('Share verified; null = no data.')),
    spi: orNull(number('verified ÷ planned.')),
    spiReason: orNull(words(SPI_REASONS, 'Why spi is null.')),
    earnedSchedule: ref('EarnedSchedule'),
    deadline: orNull(ref('Date')),
    deadlineReason: orNull(words(['several_deadlines', 'no_data'], 'Why deadline and the days left are null.')),
    calendarDaysLeft: orNull(whole('deadline − asOf; negative once passed.')),
    workingDaysLeft: orNull(count('Days after asOf up to the deadline that are neither weekend nor holiday.')),
    requiredPerWeek: orNull(number('Milestones of bodies to verify a week from now on.')),
    requiredReason: orNull(words(REQUIRED_REASONS, 'Why requiredPerWeek is null.')),
    recentPerWeek: orNull(number('Milestones verified a week over the four weeks up to the last Friday.')),
    status: ref('StatusCounts'),
  }),
  Progress: object({
    asOf: ref('Date'),
    programme: text('Code of the programme.'),
    groupBy: words(GROUPINGS),
    groups: list(ref('Group'), 'Groups without a pair are not listed; the total always is.'),
  }),
  SeriesPoint: object({
    date: ref('Date'),
    planned: orNull(ratio()),
    claimed: orNull(ratio()),
    verified: orNull(ratio()),
  }),
  Series: list(ref('SeriesPoint'), 'Each day as it was known on that day.'),
};
