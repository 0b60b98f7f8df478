import { CurveSection } from '@/components/dashboard/curve-section';
import { HeatLegend, HeatTable } from '@/components/dashboard/heat-table';
import { LateSection } from '@/components/dashboard/late-section';
import { Lead } from '@/components/dashboard/lead';
import { bodyHref, progressHref, trackHref, type ProgressAddress } from '@/components/dashboard/links';
import { RecoveryNote } from '@/components/dashboard/recovery-note';
import { BlockersSection, SilentSection } from '@/components/dashboard/side-lists';
import { StatusSection } from '@/components/dashboard/status-section';
import { TrackTable } from '@/components/dashboard/track-table';
import { WaitingSection } from '@/components/dashboard/waiting-section';
import { WeekSection } from '@/components/dashboard/week-section';
import { listHref } from '@/components/lists/list-href';
import { DecisionsSection } from '@/components/meeting/decisions-section';
import { ReportingSection } from '@/components/reporting/reporting-section';
import { Section } from '@/components/ui/section';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { changeSentence, recoverySentence } from '@/lib/messages/forecast';
import { BLOCK_CAUSE_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import type { Dashboard } from '@/lib/services/dashboard';
import type { WaitingItem } from '@/lib/services/waiting';
import { heatTableProps } from './heat-props';
import { lateRows } from './late-rows';
import { leadProps } from './lead-props';
import { recoveryRows } from './recovery-rows';
import { reportingProps } from '../reporting/reporting-props';
import { weekProps } from './week-props';

/** Rows of each list on the page; the link beside it leads to the whole. Together they stay below sixty. */
const OLDEST_SHOWN = 6;
const LATE_SHOWN = 10;
const SILENT_SHOWN = 6;

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
  const { asOf, total, waiting, late } = view;
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
  const overdue = view.overdueUnverified;
  const blockedBodies = new Set(view.blockers.flatMap(({ milestones }) => milestones.map(({ body }) => body.id))).size;
  const ofKind = (kind: WaitingItem['kind']) => waiting.requests.filter((item) => item.kind === kind).length;
  return (
    <>
      <Lead {...leadProps(view, isReviewer, address, listAddress)} />
      <TrackTable
        lines={view.lines.map(toLine)}
        otherLines={view.otherLines.map(toLine)}
        take={DASHBOARD.tracksTake(worst ?? null, waiting.ownSteps.length)}
        asOf={asOf}
        address={address}
      />
      <div className="g2">
        <CurveSection
          data={{ ...view.curve, today: asOf === view.today ? null : view.today }}
          total={total}
          claims={waiting.claims.length}
          changes={view.referenceChanges.map(changeSentence)}
          recovery={
            <RecoveryNote
              sentence={recoverySentence(view.recovery, asOf, total.deadline)}
              rows={recoveryRows(view.recovery, linkDay)}
              overdue={{
                count: overdue,
                href: listHref('milestones', { ...listAddress, state: 'overdue' }),
                label: DASHBOARD.overdueAll(overdue),
              }}
            />
          }
          minis={view.trackCurves.map(({ track, curve, burnUp }) => ({
            burnUp,
            code: track.code,
            title: view.tracks.find(({ code }) => code === track.code)?.shortTitle ?? track.title,
            href: trackHref(track.code, address),
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
            objections: waiting.objections.length,
          }}
          targetDays={view.reviewTargetDays}
          oldest={waiting.decidable.slice(0, OLDEST_SHOWN).map((item) => waitingRow(item, view, isReviewer))}
          ages={view.claimAges}
          hrefs={{
            claims: listHref('waiting', { ...listAddress, kind: 'claim' }),
            ownSteps: listHref('waiting', { ...listAddress, kind: 'own_step' }),
            requests: listHref('waiting', { ...listAddress, kind: 'request' }),
            objections: listHref('waiting', { ...listAddress, kind: 'objection' }),
          }}
          ageHref={(minDays, maxDays) => listHref('waiting', { ...listAddress, kind: 'claim', minDays, maxDays })}
          reviewHref={isReviewer ? '/review' : null}
        />
      </div>
      <StatusSection
        total={total}
        byCategory={view.byCategory}
        byDistrict={view.byDistrict}
        realDesks={view.realDesks}
        categoryHref={(category, status) => listHref('pairs', { ...listAddress, category, status })}
        districtHref={(district, status) => listHref('pairs', { ...listAddress, district, status })}
        totalHref={(status) => listHref('pairs', { ...listAddress, status })}
        deskHref={(desk) => listHref('pairs', { ...listAddress, desk })}
      />
      <div className="g21">
        <LateSection
          rows={lateRows(view).slice(0, LATE_SHOWN)}
          total={late.length}
          bodies={new Set(late.map(({ body }) => body.id)).size}
          everywhere={view.lateEverywhere}
          allHref={listHref('pairs', { ...listAddress, status: 'behind' })}
          everywhereHref={listHref('pairs', { ...listAddress, deadline: null, track: null, status: 'behind' })}
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
                href: listHref('milestones', { ...listAddress, state: 'blocked', cause }),
              }))}
              turns={view.turns.map(({ turn, bodies, milestones }) => ({
                turn,
                label: TURN_LABELS[turn],
                bodies,
                milestones,
                isBodys: turn === 'body' || turn === 'unknown',
                href: listHref('milestones', { ...listAddress, state: 'blocked', turn }),
              }))}
              milestones={view.blockers.reduce((sum, { milestones }) => sum + milestones.length, 0)}
              allHref={listHref('milestones', { ...listAddress, state: 'blocked' })}
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
              allHref={listHref('silent', { ...listAddress, deadline: null, track: null })}
            />
          </div>
        </div>
      </div>
      <ReportingSection {...reportingProps(view, listAddress)} />
      {view.heat.rows.length > 0 && (
        <Section
          id="heat"
          title={DASHBOARD.heatTitle}
          take={DASHBOARD.heatTake}
          more={{ href: progressHref('/dashboard/heat-map', listAddress), label: DASHBOARD.heatWhole }}
        >
          <HeatTable {...heatTableProps(view.heat, view.tracks, linkDay)} />
          <HeatLegend />
        </Section>
      )}
      <DecisionsSection meeting={view.meeting} linkDay={linkDay} />
      <WeekSection {...weekProps(view, { ...listAddress, since: address.since })} />
    </>
  );
}
