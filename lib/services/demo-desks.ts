import { insertDeskCheck, listDeskAddressesAsOf } from '@/db/queries/desk-checks';
import type { DeskFinding } from '@/db/schema/desk-checks';
import { SAMPLE_DESKS, SAMPLE_OUTCOMES, SAMPLE_PASSAGES } from '@/db/seed/demo/desks';
import { SAMPLE_SEED } from '@/db/seed/demo/history';
import { randomFor, type Random } from '@/db/seed/demo/random';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Pair } from '@/lib/domain/reference';
import { recordAudit } from './audit';
import { setDeskAddress } from './desk-checks/desk-addresses';
import { deskSignsOn } from './desk-checks/desk-signs';
import { changeDeskCheckSettings, getDeskCheckSettings } from './desk-checks/settings';
import { getLedger } from './ledger';
import type { ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/** Minute of the day, after the sample's meetings. */
const WRITTEN_AT = 15 * 60 + 30;

/**
 * The sample's electronic desks on a day: their made-up addresses, and what weekly looks would have found. Nothing is ever asked for: the
 * looks are written down, and the checks stay off after the last one.
 */
export function playDesks(at: (minute: number) => ServiceContext, day: CivilDate): void {
  if (day === SAMPLE_DESKS.startOn) writeAddresses(at(WRITTEN_AT));
  if (SAMPLE_DESKS.checkedOn.includes(day)) writeChecks(at(WRITTEN_AT), day);
  if (day === SAMPLE_DESKS.offOn) {
    const ctx = at(WRITTEN_AT);
    changeDeskCheckSettings(ctx, { ...getDeskCheckSettings(ctx), isOn: false });
  }
}

/** Bodies with an accepted list of services, which is where a desk begins, with their milestones of that track. */
function desksOn(ctx: ServiceContext, day: CivilDate): Pair[] {
  const ledger = getLedger(ctx.db);
  return ledger.reference(day).pairs.filter(({ body, milestones }) => {
    const first = milestones.find(({ code }) => code === 'ED1');
    return first !== undefined && ledger.state(body.id, first.id, day).state === 'verified';
  });
}

const hostOf = (code: string) => `${code.toLowerCase()}.example`;

function writeAddresses(ctx: ServiceContext): void {
  const desks = desksOn(ctx, ctx.clock.today()).filter((_, index) => index % SAMPLE_DESKS.withoutEvery !== 0);
  const hosts = desks.map(({ body }) => hostOf(body.code));
  changeDeskCheckSettings(ctx, { isOn: true, hosts, ranges: [] });
  for (const { body } of desks) setDeskAddress(ctx, { bodyCode: body.code, url: `https://${hostOf(body.code)}/` });
}

function writeChecks(ctx: ServiceContext, day: CivilDate): void {
  const addresses = new Map(listDeskAddressesAsOf(ctx.db, day).map(({ bodyId, url }) => [bodyId, url]));
  for (const pair of desksOn(ctx, day)) {
    const url = addresses.get(pair.body.id);
    if (url) writeCheck(ctx, pair, url, randomFor(`${SAMPLE_SEED} desk ${pair.body.code} ${day}`));
  }
}

function writeCheck(ctx: ServiceContext, pair: Pair, url: string, random: Random): void {
  const day = ctx.clock.today();
  const outcome = random.weighted(SAMPLE_OUTCOMES);
  const isAnswered = outcome === 'answered';
  const status = isAnswered ? 200 : outcome === 'http_error' ? 503 : null;
  const milliseconds = isAnswered ? random.whole(300, 4200) : outcome === 'timed_out' ? 20_000 : 150;
  const findings = isAnswered ? findingsOf(ctx, pair, url, random) : [];
  const further = new Set(findings.flatMap((finding) => (finding.url === null ? [] : [finding.url])));
  further.delete(url);
  writeTransaction(ctx, (tx) => {
    insertDeskCheck(tx, {
      bodyId: pair.body.id,
      url,
      trigger: 'weekly',
      recordedOn: day,
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: null,
      recordedByName: ctx.actor.name,
      outcome,
      status,
      milliseconds,
      isHttps: true,
      certificateUntil: isAnswered ? '2019-06-20' : null,
      pages: [
        { url, outcome, status, milliseconds, bytes: isAnswered ? random.whole(18_000, 240_000) : 0 },
        ...[...further].map((page) => ({
          url: page,
          outcome,
          status,
          milliseconds: random.whole(300, 1900),
          bytes: random.whole(9000, 90_000),
        })),
      ],
      findings,
    });
    recordAudit(ctx, tx, {
      action: 'desk_check.run',
      subjectType: 'body',
      subjectKey: pair.body.code,
      details: { url, trigger: 'weekly', outcome },
    });
  });
}

/** What is accepted or claimed is mostly there to be seen, the rest seldom. */
function findingsOf(ctx: ServiceContext, { body, milestones }: Pair, url: string, random: Random): DeskFinding[] {
  const day = ctx.clock.today();
  const ledger = getLedger(ctx.db);
  return deskSignsOn(ctx.db, day).map(({ code, milestoneCode, title }) => {
    const milestone = milestones.find((each) => each.code === milestoneCode);
    const state = milestone === undefined ? null : ledger.state(body.id, milestone.id, day).state;
    const isThere = random.chance(state === 'verified' || state === 'claimed' ? 0.88 : 0.06);
    const words = isThere ? SAMPLE_PASSAGES[code] : undefined;
    return {
      code,
      milestoneCode,
      title,
      passage: words?.passage ?? null,
      url: words === undefined ? null : new URL(words.page, url).href,
    };
  });
}
