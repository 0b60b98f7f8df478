import { meanOf, type ReadingNumbers } from './indicators';
import { FEWEST_ANSWERS, withheldReading, type PublicRow, type WithheldReason } from './public-data';

type OutcomeRow = PublicRow<'outcomes'>;

/** What the rows of one measure and month have in common. */
export type OutcomeFrame = Pick<OutcomeRow, 'origin' | 'measure' | 'title' | 'unit' | 'direction' | 'month'>;

export interface OpenReading extends ReadingNumbers {
  readonly bodyCode: string;
}

/** Sum and number of the answers of one body's clients. */
export interface OpenAnswers {
  readonly bodyCode: string;
  readonly sum: number;
  readonly count: number;
}

const closed = (frame: OutcomeFrame, bodyCode: string, withheld: WithheldReason): OutcomeRow => ({
  ...frame,
  body_code: bodyCode,
  value: null,
  count: null,
  bodies: 1,
  withheld,
});

/**
 * The readings of one indicator and month as they are published: a row for each body, then their mean. The mean is made of the readings
 * that are published and of no other: what is withheld can be worked out of nothing.
 */
export function openReadings(frame: OutcomeFrame, code: string, readings: readonly OpenReading[]): OutcomeRow[] {
  const open = readings.filter(({ denominator }) => withheldReading(code, denominator) === null);
  const mean = meanOf(code, open);
  const counts = open.map(({ denominator }) => denominator);
  const rows = readings.map((reading): OutcomeRow => {
    const withheld = withheldReading(code, reading.denominator);
    if (withheld !== null) return closed(frame, reading.bodyCode, withheld);
    const { bodyCode, value, denominator } = reading;
    return { ...frame, body_code: bodyCode, value, count: denominator, bodies: 1, withheld: null };
  });
  if (mean === null) return rows;
  const count = counts.every((each) => each !== null) ? counts.reduce((sum, each) => sum + each, 0) : null;
  return [...rows, { ...frame, body_code: null, value: mean.value, count, bodies: mean.bodies, withheld: null }];
}

/**
 * The same for answers of clients. A body nobody answered about has no row.
 * @param scale 100 where the sum counts people and the value is a percentage
 */
export function openAnswers(frame: OutcomeFrame, answers: readonly OpenAnswers[], scale: 1 | 100): OutcomeRow[] {
  const given = answers.filter(({ count }) => count > 0);
  const open = given.filter(({ count }) => count >= FEWEST_ANSWERS);
  const row = (bodyCode: string | null, sum: number, count: number, bodies: number): OutcomeRow => ({
    ...frame,
    body_code: bodyCode,
    value: (sum / count) * scale,
    count,
    bodies,
    withheld: null,
  });
  const rows = given.map(({ bodyCode, sum, count }) =>
    count >= FEWEST_ANSWERS ? row(bodyCode, sum, count, 1) : closed(frame, bodyCode, 'few'),
  );
  if (open.length === 0) return rows;
  const total = (of: (each: OpenAnswers) => number) => open.reduce((sum, each) => sum + of(each), 0);
  return [
    ...rows,
    row(
      null,
      total(({ sum }) => sum),
      total(({ count }) => count),
      open.length,
    ),
  ];
}
