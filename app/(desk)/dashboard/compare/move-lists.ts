import { bodyHref, type ProgressAddress } from '@/components/dashboard/links';
import type { MoveListProps } from '@/components/comparison/move-list';
import { listHref } from '@/components/lists/list-href';
import { isMoveOfKind, type MoveKind } from '@/lib/domain/comparison';
import { COMPARISON } from '@/lib/messages/comparison';
import { stepName } from '@/lib/messages/milestones';
import { MILESTONE_STATE_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import type { Comparison } from '@/lib/services/comparison';
import { trackShortNames } from '@/lib/services/track-names';

const ROWS_SHOWN = 12;

/** What got worse, what got better, and the steps that went back: the first of each, with the address of all. */
export function moveLists({ scope, moves, regressions }: Comparison, address: ProgressAddress) {
  const names = trackShortNames(scope.reference);
  const trackName = (track: { id: number; title: string }) => names.get(track.id) ?? track.title;
  const linkDay = address.asOf ?? null;
  const ofKind = (kind: MoveKind, title: string): MoveListProps => {
    const own = moves.filter((move) => isMoveOfKind(move, kind));
    return {
      title,
      total: own.length,
      of: 'pairs',
      allHref: listHref('moves', { ...address, move: kind }),
      rows: own.slice(0, ROWS_SHOWN).map(({ pair, from, to }) => ({
        key: `${pair.body.code}-${pair.track.code}`,
        name: pair.body.name,
        href: bodyHref(pair.body.code, linkDay),
        text: `${trackName(pair.track)}: ${COMPARISON.fromTo(
          from === null ? COMPARISON.absent : PAIR_STATUS_LABELS[from],
          to === null ? COMPARISON.absent : PAIR_STATUS_LABELS[to],
        )}`,
      })),
    };
  };
  return {
    worse: ofKind('worse', COMPARISON.worse),
    better: ofKind('better', COMPARISON.better),
    regressions: {
      title: COMPARISON.regressions,
      total: regressions.length,
      of: 'rows' as const,
      allHref: listHref('regressions', address),
      rows: regressions.slice(0, ROWS_SHOWN).map(({ pair, item, from, to }) => ({
        key: `${pair.body.code}-${item.milestone.code}`,
        name: pair.body.name,
        href: `${bodyHref(pair.body.code, linkDay)}#${item.milestone.code}`,
        text: `${stepName(trackName(pair.track), item.milestone.position)}: ${COMPARISON.fromTo(
          MILESTONE_STATE_LABELS[from],
          MILESTONE_STATE_LABELS[to],
        )}`,
      })),
    } satisfies MoveListProps,
  };
}
