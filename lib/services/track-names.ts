import type { Reference, Track } from '@/lib/domain/reference';
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

export interface ShownTrack {
  readonly code: string;
  readonly title: string;
}

/** Tracks of a scope that at least one of the rows has, under their short names: the track columns of a list. */
export function shownTracks(
  { reference, tracks }: { readonly reference: Reference; readonly tracks: readonly Track[] },
  rows: readonly { readonly tracks: readonly { readonly trackCode: string }[] }[],
): ShownTrack[] {
  const names = trackShortNames(reference);
  const used = new Set(rows.flatMap((row) => row.tracks.map(({ trackCode }) => trackCode)));
  return tracks
    .filter(({ code }) => used.has(code))
    .map(({ id, code, title }) => ({ code, title: names.get(id) ?? title }));
}
