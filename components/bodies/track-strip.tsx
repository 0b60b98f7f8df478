import { Bullet } from '@/components/charts/bullet';
import { PairStatusTag } from '@/components/status/status-tag';
import type { PairFigures, StatusReason } from '@/lib/domain/figures';
import { formatPercentValue, formatRatio } from '@/lib/format/numbers';
import { BODIES } from '@/lib/messages/bodies';

export interface StripTrack {
  readonly figures: PairFigures;
  readonly reason: StatusReason;
}

/** The rule that made the status, in a sentence that names the milestones. */
export function reasonSentence({ figures, reason }: StripTrack): string {
  const position = new Map(figures.milestones.map(({ milestone }) => [milestone.code, milestone.position]));
  if (reason.rule === 'complete' || reason.rule === 'on_track' || reason.rule === 'exempt')
    return BODIES.reason[reason.rule];
  const grounds = [...new Set(reason.grounds.map(({ ground }) => ground))];
  return grounds
    .map((ground) => {
      const positions = reason.grounds
        .filter((own) => own.ground === ground)
        .map(({ milestoneCode }) => position.get(milestoneCode) ?? 0);
      return BODIES.reason[ground](BODIES.steps(positions));
    })
    .join(' ');
}

const whole = (ratio: number) => formatPercentValue(ratio, 0);

/** One cell for each track of a body: status, three figures, and why. */
export function TrackStrip({ tracks }: { tracks: readonly StripTrack[] }) {
  return (
    <ul className="strip" aria-label={BODIES.trackSummary}>
      {tracks.map((item) => {
        const { figures } = item;
        const { track } = figures.pair;
        const spi = figures.plannedRatio > 0 ? formatRatio(figures.verifiedRatio / figures.plannedRatio) : '–';
        return (
          <li key={track.code}>
            <div className="tt">
              <h2>
                <a className="plain" href={`#${track.code}`}>
                  {track.title}
                </a>
              </h2>
              <PairStatusTag status={figures.status} />
            </div>
            {!figures.isExempt && (
              <>
                <Bullet
                  isSmall
                  planned={figures.plannedRatio}
                  claimed={figures.claimedRatio}
                  verified={figures.verifiedRatio}
                />
                <dl>
                  <div>
                    <dt>{BODIES.planned}</dt>
                    <dd>{whole(figures.plannedRatio)}</dd>
                  </div>
                  <div>
                    <dt>{BODIES.claimed}</dt>
                    <dd>{whole(figures.claimedRatio)}</dd>
                  </div>
                  <div>
                    <dt>{BODIES.verified}</dt>
                    <dd className="v">{whole(figures.verifiedRatio)}</dd>
                  </div>
                  <div>
                    <dt>{BODIES.spi}</dt>
                    <dd>{spi}</dd>
                  </div>
                </dl>
              </>
            )}
            <p className="small">{reasonSentence(item)}</p>
          </li>
        );
      })}
    </ul>
  );
}
