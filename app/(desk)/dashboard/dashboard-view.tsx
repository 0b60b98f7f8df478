import { CurveSection } from '@/components/dashboard/curve-section';
import { HeatTable } from '@/components/dashboard/heat-table';
import { LateSection } from '@/components/dashboard/late-section';
import { changeFigure, Lead } from '@/components/dashboard/lead';
import { bodyHref, progressHref, type ProgressAddress } from '@/components/dashboard/links';
import { BlockersSection, SilentSection } from '@/components/dashboard/side-lists';
import { StatusSection } from '@/components/dashboard/status-section';
import { TrackTable } from '@/components/dashboard/track-table';
import { WaitingSection } from '@/components/dashboard/waiting-section';
import { WeekSection } from '@/components/dashboard/week-section';
import { Section } from '@/components/ui/section';
import { addDays } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear, verdictSentence } from '@/lib/messages/verdict';
import { BLOCK_CAUSE_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import type { Dashboard } from '@/lib/services/dashboard';
import type { WaitingItem } from '@/lib/services/waiting';
import type { StatusChange } from '@/lib/services/week-changes';
import { heatTableProps } from './heat-props';
import { lateRows } from './late-rows';

/** Rows of each list on the page; the link beside it leads to the whole. Together they stay below sixty. */
const OLDEST_SHOWN = 6;
const LATE_SHOWN = 10;
const SILENT_SHOWN = 6;
const CHANGES_SHOWN = 3;

function leadProps(view: Dashboard, isReviewer: boolean, address: ProgressAddress) {
  const { total, late, waiting, changes, asOf } = view;
  const requests = waiting.requests.length;
  const ownStepsOf = (code: string) => waiting.ownSteps.filter(({ track }) => track?.code === code).length;
  const subjects = view.lines.map(({ track, figures, verdict }) => ({
    name: track.title,
    figures,
    verdict,
    ownStepsDue: ownStepsOf(track.code),
  }));
  const lateBodies = new Set(late.map(({ body }) => body.id)).size;
  const isWeek = view.since === addDays(asOf, -7);
  return {
    eyebrow: DASHBOARD.eyebrow(
      total.deadline === null ? null : dayNear(total.deadline, asOf),
      view.lines.map(({ shortTitle }) => shortTitle),
      total.bodies,
    ),
    verdict: verdictSentence(subjects, asOf),
    total,
    unverifiedHref: progressHref('/bodies', {
      ...address,
      since: null,
      deadline: view.filter.deadlineOn ?? null,
      sort: 'verified',
    }),
    facts: [
      {
        figure: formatInteger(view.cause?.pairs ?? 0),
        title: DASHBOARD.causeTitle,
        href: '#late',
        link: view.cause === null ? DASHBOARD.noCause : DASHBOARD.causeLink(view.cause.share),
        text: view.cause === null ? DASHBOARD.noCauseText : DASHBOARD.causeText(late.length, lateBodies),
      },
      {
        figure: formatInteger(waiting.claims.length + waiting.ownSteps.length + requests),
        title: DASHBOARD.waitingTitle(isReviewer),
        href: isReviewer ? '/review' : '#waiting',
        link: DASHBOARD.waitingLink(waiting.claims.length, waiting.ownSteps.length, requests),
        text: DASHBOARD.waitingText(waiting.overTarget, view.reviewTargetDays, waiting.claims[0]?.days ?? null),
      },
      {
        figure: changeFigure(changes.verifiedBefore, changes.verifiedNow),
        isSigned: true,
        title: DASHBOARD.changeTitle(isWeek ? 'هفتهٔ پیش' : formatDayMonth(view.since)),
        href: '#week',
        link: DASHBOARD.changeLink(changes.verifiedBefore, changes.verifiedNow),
        text: DASHBOARD.changeText(changes.newlyLate.length, changes.caughtUp.length),
      },
    ],
    countdown: view.countdown,
    countdownDays: view.countdownDays,
    otherCountdowns: view.otherCountdowns,
    asOf,
    today: view.today,
  };
}

function waitingRow(item: WaitingItem, view: Dashboard, isReviewer: boolean) {
  const short = view.tracks.find(({ code }) => code === item.track?.code)?.shortTitle;
  const step =
    item.milestone === null || short === undefined ? '' : `${short} ${formatInteger(item.milestone.position)}`;
  const isRequest = item.kind === 'extension' || item.kind === 'exemption';
  return {
    key: `${item.kind}-${item.eventId ?? `${item.body.code}-${item.milestone?.code ?? ''}`}`,
    days: item.days,
    name: item.body.name,
    href: isReviewer && item.eventId !== null ? `/review?item=${item.eventId}` : bodyHref(item.body.code, null),
    what: isRequest
      ? `${DASHBOARD.requestOf[item.kind as 'extension' | 'exemption']}، ${step}`
      : `${step}: ${item.milestone?.shortTitle ?? ''}`,
  };
}

function changeList(changes: readonly StatusChange[], view: Dashboard, allHref: string) {
  const asOf = view.asOf === view.today ? null : view.asOf;
  return {
    total: changes.length,
    allHref,
    rows: changes.slice(0, CHANGES_SHOWN).map(({ body, track }) => ({
      key: `${body.code}-${track.code}`,
      name: body.name,
      href: bodyHref(body.code, asOf),
      trackTitle: view.tracks.find(({ code }) => code === track.code)?.shortTitle ?? track.title,
    })),
  };
}

/** The deputy's page, from finished figures. */
export function DashboardView({
  view,
  isReviewer,
  address,
}: {
  view: Dashboard;
  isReviewer: boolean;
  address: ProgressAddress;
}) {
  const { asOf, total, waiting, changes, late } = view;
  const linkDay = asOf === view.today ? null : asOf;
  // The deadline in force is named even where it is the default: a list holds exactly what was counted.
  const listAddress = { ...address, since: null, deadline: view.filter.deadlineOn ?? null };
  const worst = view.lines
    .map(({ track, figures }) => ({ name: track.title, gap: (figures.planned ?? 0) - (figures.verified ?? 0) }))
    .filter(({ gap }) => gap > 0.005)
    .sort((a, b) => b.gap - a.gap)[0];
  const toLine = ({ track, figures, change }: Dashboard['lines'][number]) => ({
    code: track.code,
    title: track.title,
    deadlineOn: track.deadlineOn,
    figures,
    change,
  });
  const reviewHrefs = {
    claims: '/review?filter=claims',
    ownSteps: progressHref('/bodies', { ...listAddress, status: 'awaiting_review' }),
    requests: '/review?filter=extensions',
  };
  const blockedBodies = new Set(view.blockers.flatMap(({ milestones }) => milestones.map(({ body }) => body.id))).size;
  const ofKind = (kind: WaitingItem['kind']) => waiting.requests.filter((item) => item.kind === kind).length;
  return (
    <>
      <Lead {...leadProps(view, isReviewer, address)} />
      <TrackTable
        lines={view.lines.map(toLine)}
        otherLines={view.otherLines.map(toLine)}
        take={DASHBOARD.tracksTake(worst ?? null, waiting.ownSteps.length)}
        asOf={asOf}
        address={address}
      />
      <div className="g2">
        <CurveSection
          data={view.curve}
          total={total}
          claims={waiting.claims.length}
          minis={view.trackCurves.map(({ track, curve }) => ({
            code: track.code,
            title: view.tracks.find(({ code }) => code === track.code)?.shortTitle ?? track.title,
            href: progressHref('/dashboard', { ...address, deadline: null, track: track.code }),
            figures:
              [...view.lines, ...view.otherLines].find((line) => line.track.code === track.code)?.figures ?? total,
            data: curve,
          }))}
        />
        <WaitingSection
          isReviewer={isReviewer}
          counts={{
            claims: waiting.claims.length,
            overTarget: waiting.overTarget,
            ownSteps: waiting.ownSteps.length,
            extensions: ofKind('extension'),
            exemptions: ofKind('exemption'),
          }}
          targetDays={view.reviewTargetDays}
          oldest={waiting.decidable.slice(0, OLDEST_SHOWN).map((item) => waitingRow(item, view, isReviewer))}
          hrefs={isReviewer ? reviewHrefs : null}
        />
      </div>
      <StatusSection
        total={total}
        byCategory={view.byCategory}
        byDistrict={view.byDistrict}
        realDesks={view.realDesks}
        categoryHref={(category, status) => progressHref('/bodies', { ...listAddress, category, status })}
        districtHref={(district, status) => progressHref('/bodies', { ...listAddress, district, status })}
      />
      <div className="g21">
        <LateSection
          rows={lateRows(view).slice(0, LATE_SHOWN)}
          total={late.length}
          bodies={new Set(late.map(({ body }) => body.id)).size}
          elsewhere={view.lateElsewhere}
          allHref={progressHref('/bodies', { ...listAddress, status: 'late' })}
        />
        <div>
          <div className="side-duo">
            <BlockersSection
              bodies={blockedBodies}
              rows={view.blockers.map(({ cause, bodies, turn }) => ({
                cause,
                label: BLOCK_CAUSE_LABELS[cause],
                bodies,
                turn: TURN_LABELS[turn],
                isGovernoratesTurn: turn === 'governorate',
              }))}
            />
            <SilentSection
              rows={view.silent.slice(0, SILENT_SHOWN).map(({ body, days, lastReportOn }) => ({
                code: body.code,
                name: body.name,
                href: bodyHref(body.code, linkDay),
                days,
                lastReport:
                  lastReportOn === null ? DASHBOARD.neverReported : DASHBOARD.lastReport(formatDayMonth(lastReportOn)),
              }))}
              total={view.silent.length}
              threshold={view.silentAfterDays}
              allHref={progressHref('/bodies', { ...listAddress, deadline: null, track: null, sort: 'silence' })}
            />
          </div>
        </div>
      </div>
      {view.heat.rows.length > 0 && (
        <Section
          id="heat"
          title={DASHBOARD.heatTitle}
          take={DASHBOARD.heatTake}
          more={{ href: progressHref('/dashboard/heat-map', listAddress), label: DASHBOARD.heatWhole }}
        >
          <HeatTable {...heatTableProps(view.heat, view.tracks, linkDay)} />
        </Section>
      )}
      <WeekSection
        title={DASHBOARD.weekTitle(view.since === addDays(asOf, -7))}
        aside={DASHBOARD.weekAside(formatDayMonth(view.since), formatDayMonth(asOf))}
        take={DASHBOARD.weekTake(
          changes.verifiedBefore,
          changes.verifiedNow,
          changes.newlyLate.length,
          changes.caughtUp.length,
        )}
        counts={{
          claims: changes.eventCounts.claim,
          verified: changes.eventCounts.verify + changes.eventCounts.certify,
          returned: changes.eventCounts.return,
          blocked: changes.eventCounts.block,
          checkIns: changes.eventCounts.check_in,
        }}
        newlyComplete={changeList(
          changes.newlyComplete,
          view,
          progressHref('/bodies', { ...listAddress, status: 'complete' }),
        )}
        newlyLate={changeList(changes.newlyLate, view, progressHref('/bodies', { ...listAddress, status: 'late' }))}
        caughtUp={changeList(changes.caughtUp, view, progressHref('/bodies', listAddress))}
      />
    </>
  );
}
