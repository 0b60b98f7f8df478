import type { BodyCategory } from './vocabulary';

/** Where an example comes from. */
export interface ExampleSource {
  readonly bodyId: number;
  readonly category: BodyCategory;
  readonly districtCode: string;
}

/**
 * The example that helps a body most: of another body of the same category, there of its own district first; else of any other body.
 * Among equals the first given, so pass the newest first.
 */
export function chooseExample<T extends ExampleSource>(examples: readonly T[], reader: ExampleSource): T | null {
  const rank = (each: ExampleSource) =>
    (each.category === reader.category ? 2 : 0) + (each.districtCode === reader.districtCode ? 1 : 0);
  return examples
    .filter(({ bodyId }) => bodyId !== reader.bodyId)
    .reduce<T | null>((best, each) => (best === null || rank(each) > rank(best) ? each : best), null);
}
