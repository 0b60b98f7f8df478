import { BurnUp } from '@/components/charts/burn-up';
import { SCurve } from '@/components/charts/s-curve';
import { LateSection } from '@/components/dashboard/late-section';
import { progressHref, type ProgressAddress } from '@/components/dashboard/links';
import { RecoveryNote } from '@/components/dashboard/recovery-note';
import { StatusSection } from '@/components/dashboard/status-section';
import { CountLink } from '@/components/ui/count-link';
import { listHref } from '@/components/lists/list-href';
import { MilestoneLines, type CountedState } from '@/components/tracks/milestone-lines';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { formatInteger, formatPercentValue, formatRatio } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { changeSentence, FORECAST, recoverySentence } from '@/lib/messages/forecast';
import { NETWORK } from '@/lib/messages/network';
import { TRACKS } from '@/lib/messages/tracks';
import { dayNear, paceText, verdictSentence } from '@/lib/messages/verdict';
import type { TrackView } from '@/lib/services/tracks';
import { lateRowsOf } from '../../dashboard/late-rows';
import { recoveryRows } from '../../dashboard/recovery-rows';

const LATE_SHOWN = 10;

/** What stands in the list behind a number of one milestone. */
const STATE_OF: Record<CountedState, string | null> = {
  all: 'counted',
  verified: 'verified',
  claimed: 'claimed',
  blocked: 'blocked',
  not_started: 'not_started',
  late: 'late',
};

function Figures({ view, list }: { view: TrackView; list: ProgressAddress }) {
  const { figures, scope } = view;
  const ratio = (value: number | null) => (value === null ? '–' : formatPercentValue(value));
  const finish = figures.earnedSchedule.forecastFinish;
  const reason = figures.earnedSchedule.reason;
  const facts = [
    [TRACKS.planned, ratio(figures.planned)],
    [TRACKS.claimed, ratio(figures.claimed)],
    [TRACKS.verified, ratio(figures.verified)],
    [TRACKS.spi, figures.spi === null ? '–' : formatRatio(figures.spi)],
    [
      TRACKS.forecast,
      finish === null ? (reason === null ? '–' : DASHBOARD.noForecast[reason]) : dayNear(finish, scope.asOf),
    ],
    [TRACKS.required, figures.requiredPerWeek === null ? '–' : paceText(figures.requiredPerWeek)],
    [TRACKS.recent, figures.recentPerWeek === null ? '–' : paceText(figures.recentPerWeek)],
  ] as const;
  return (
    <dl className="track-facts">
      {facts.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{TRACKS.bodies}</dt>
        <dd>
          <CountLink href={listHref('pairs', { ...list, status: 'counted' })} count={figures.bodies} of="bodies">
            {formatInteger(figures.bodies)}
          </CountLink>
        </dd>
      </div>
    </dl>
  );
}

function Milestones({ view, list }: { view: TrackView; list: ProgressAddress }) {
  const { milestones } = view;
  const late = milestones.reduce((sum, line) => sum + line.late, 0);
  const worst = [...milestones].sort((a, b) => b.late - a.late)[0];
  return (
    <Section
      id="milestones"
      title={TRACKS.milestones}
      take={TRACKS.milestonesTake(late, worst && worst.late > 0 ? worst.milestone.shortTitle : null)}
    >
      <MilestoneLines
        rows={milestones.map(({ milestone, bodies, states, late: own, isDue }) => ({
          code: milestone.code,
          position: milestone.position,
          title: milestone.title,
          weight: formatInteger(milestone.weightPoints),
          due: formatDate(milestone.baselineDueOn),
          isDue,
          isGovernorates: milestone.actor === 'governorate',
          bodies,
          verified: states.verified,
          claimed: states.claimed,
          blocked: states.blocked,
          notStarted: states.not_started,
          late: own,
        }))}
        hrefOf={(milestone, state) => listHref('milestones', { ...list, milestone, state: STATE_OF[state] })}
      />
    </Section>
  );
}

/** The page of one track, from finished figures. */
export function TrackBody({
  view,
  address,
  problem,
}: {
  view: TrackView;
  address: ProgressAddress;
  problem: string | null;
}) {
  const { scope, track, figures, verdict, countdown, curve, recovery } = view;
  const list = { ...address, track: track.code };
  const ownStepsDue = view.waiting.ownSteps.length;
  const linkDay = address.asOf ?? null;
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={progressHref('/dashboard', { ...address, track: track.code })}>{DASHBOARD.title}</a> ‹ {TRACKS.title}
      </p>
      <h1>{track.title}</h1>
      <Problem sentence={problem} />
      <p className="track-meta">
        <span>{TRACKS.start(formatDayMonth(track.startOn))}</span>
        <span>
          {TRACKS.deadline(
            dayNear(track.deadlineOn, scope.asOf),
            countdown.calendarDaysLeft,
            countdown.workingDaysLeft,
          )}
        </span>
        <span>{DASHBOARD.lastWorkingDay(countdown.deadlineOn, countdown.lastWorkingDayOn)}</span>
        <a
          href={progressHref('/indicators/network', { asOf: linkDay, programme: address.programme, track: track.code })}
        >
          {NETWORK.trackLink}
        </a>
      </p>
      <p className="verdict-line">
        {verdictSentence([{ name: track.title, figures, verdict, ownStepsDue }], scope.asOf)}
      </p>
      <Figures view={view} list={list} />
      <Milestones view={view} list={list} />
      <div className="g2">
        <Section id="curve" title={TRACKS.curve} take={DASHBOARD.curveTake(figures, view.waiting.claims.length)}>
          <SCurve id="s-curve" data={{ ...curve, today: linkDay === null ? null : scope.today }} title={TRACKS.curve} />
          <RecoveryNote
            sentence={recoverySentence(recovery, scope.asOf, figures.deadline)}
            rows={recoveryRows(recovery, linkDay)}
            overdue={{
              count: view.overdueUnverified,
              href: listHref('milestones', { ...list, state: 'overdue' }),
              label: DASHBOARD.overdueAll(view.overdueUnverified),
            }}
          />
          {view.referenceChanges.length > 0 && (
            <ul className="plain small muted">
              {view.referenceChanges.map((change) => (
                <li key={change.on}>{changeSentence(change)}</li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="burn-up" title={TRACKS.burnUp} take={FORECAST.burnUpTake}>
          <BurnUp data={{ points: view.burnUp, deadline: track.deadlineOn }} title={track.title} />
        </Section>
      </div>
      <StatusSection
        total={figures}
        byCategory={view.byCategory}
        byDistrict={view.byDistrict}
        realDesks={null}
        categoryHref={(category, status) => listHref('pairs', { ...list, category, status })}
        districtHref={(district, status) => listHref('pairs', { ...list, district, status })}
        totalHref={(status) => listHref('pairs', { ...list, status })}
        deskHref={(desk) => listHref('pairs', { ...list, desk })}
      />
      <LateSection
        rows={lateRowsOf(view.late, {
          silentDays: new Map(view.silent.map(({ body, days }) => [body.id, days])),
          linkDay,
          trackTitle: () => track.title,
        }).slice(0, LATE_SHOWN)}
        total={view.late.length}
        bodies={new Set(view.late.map(({ body }) => body.id)).size}
        everywhere={view.late.length}
        allHref={listHref('pairs', { ...list, status: 'behind' })}
        everywhereHref={listHref('pairs', { ...list, status: 'behind' })}
      />
    </div>
  );
}
