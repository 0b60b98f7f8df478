import type { Reference } from '@/lib/domain/reference';
import { shortTitles } from '@/lib/text/short-titles';

const kept = new WeakMap<readonly object[], ReadonlyMap<number, string>>();

/** Short names of tracks («شبکه»، «حضوری»), by track id: what tells the tracks of one programme apart. */
export function trackShortNames({ tracks }: Pick<Reference, 'tracks'>): ReadonlyMap<number, string> {
  const known = kept.get(tracks);
  if (known) return known;
  const names = new Map<number, string>();
  for (const programmeId of new Set(tracks.map((track) => track.programmeId))) {
    const own = tracks.filter((track) => track.programmeId === programmeId);
    const short = shortTitles(own.map(({ title }) => title));
    own.forEach((track, index) => names.set(track.id, short[index] ?? track.title));
  }
  kept.set(tracks, names);
  return names;
}
