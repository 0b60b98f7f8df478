import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Body } from '@/lib/domain/reference';
import { daysLate, isOpen } from '@/lib/domain/status';
import type { BodyCategory, EvidenceKind, MilestoneStateName } from '@/lib/domain/vocabulary';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { getLedger } from './ledger';
import { resourceOf } from './milestone-subject';
import { officeWordsAsOf } from './office-words';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

export interface BlankFormStep {
  readonly trackName: string;
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly evidenceText: string;
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly state: MilestoneStateName;
  readonly dueOn: CivilDate;
  readonly daysLate: number;
  /** Why it came back, while it is returned. */
  readonly returnedReason: string | null;
}

export interface BlankForm {
  readonly body: { readonly code: string; readonly name: string; readonly category: BodyCategory };
  readonly ruralDistrictName: string | null;
  readonly districtName: string | null;
  /** What the square code says: the address of the expert's entry screen, or its path where the office has no address. */
  readonly entryAddress: string;
  readonly steps: readonly BlankFormStep[];
}

export interface BlankForms {
  readonly printedOn: CivilDate;
  readonly office: string;
  readonly letterhead: readonly string[];
  readonly isSample: boolean;
  readonly forms: readonly BlankForm[];
}

/** Whose forms: one body, all own bodies of a liaison, or the village administrations of a district. */
export type FormsWanted = { readonly bodyCode: string } | { readonly own: true } | { readonly district: string };

function wantedBodies(ctx: ServiceContext, bodies: readonly Body[], wanted: FormsWanted): readonly Body[] {
  if ('bodyCode' in wanted) {
    const body = bodies.find(({ code }) => code === wanted.bodyCode);
    if (body === undefined) throw new AppError('not_found', { ...wanted });
    authorise(ctx, 'body.read', resourceOf(body));
    return [body];
  }
  if ('own' in wanted) {
    authorise(ctx, 'my.read');
    return bodies.filter(({ id }) => ctx.actor.bodyIds.has(id));
  }
  authorise(ctx, 'body.list');
  return bodies.filter(
    (body) =>
      body.category === 'village_administration' &&
      body.districtCode === wanted.district &&
      mayDo(ctx, 'body.read', resourceOf(body)),
  );
}

/**
 * Blank forms for bodies without a line: a page each, with the steps that are still the body's to do.
 *
 * @throws AppError `not_found` for a body the actor may not see and where no body is left; `forbidden`
 */
export function getBlankForms(ctx: ServiceContext, wanted: FormsWanted): BlankForms {
  const today = ctx.clock.today();
  const { reference, figures } = getLedger(ctx.db).snapshot(today);
  const bodies = [...wantedBodies(ctx, reference.bodies, wanted)];
  if (bodies.length === 0) throw new AppError('not_found', { ...wanted });
  const areas = new Map(reference.areas.map(({ code, name }) => [code, name]));
  const names = trackShortNames(reference);
  const county = areas.get(reference.programmes[0]?.countyCode ?? '') ?? '';
  const office = officeWordsAsOf(ctx, today, county);
  const place = (body: Body) => areas.get(body.ruralDistrictCode ?? '') ?? '';
  bodies.sort((a, b) => comparePersian(place(a), place(b)) || comparePersian(a.name, b.name));
  return {
    printedOn: today,
    office: office.name,
    letterhead: office.letterhead,
    isSample: getEnv().isSampleData || ctx.clock.isSimulated,
    forms: bodies.map((body) => ({
      body: { code: body.code, name: body.name, category: body.category },
      ruralDistrictName: areas.get(body.ruralDistrictCode ?? '') ?? null,
      districtName: areas.get(body.districtCode) ?? null,
      entryAddress: `${office.webAddress ?? ''}/bodies/${encodeURIComponent(body.code)}/paper`,
      steps: figures
        .filter(({ pair }) => pair.body.id === body.id)
        .flatMap(({ pair: { track }, milestones }) =>
          milestones.filter(isOpen).map((item) => ({
            trackName: names.get(track.id) ?? track.title,
            code: item.milestone.code,
            position: item.milestone.position,
            title: item.milestone.title,
            evidenceText: item.milestone.evidenceText,
            evidenceKinds: item.milestone.evidenceKinds,
            state: item.state.state,
            dueOn: item.effectiveDueOn,
            daysLate: daysLate(item, today),
            returnedReason: item.state.returned?.reason ?? null,
          })),
        ),
    })),
  };
}

export interface DistrictForms {
  readonly code: string;
  readonly name: string;
  readonly villages: number;
}

/**
 * Districts with the number of their village administrations, for printing all forms of one.
 *
 * @throws AppError `forbidden` for those who enter no papers
 */
export function listDistrictForms(ctx: ServiceContext): DistrictForms[] {
  authorise(ctx, 'progress.read');
  const { bodies, areas } = getLedger(ctx.db).reference(ctx.clock.today());
  return areas
    .filter(({ kind }) => kind === 'district')
    .map(({ code, name }) => ({
      code,
      name,
      villages: bodies.filter(
        ({ category, districtCode }) => category === 'village_administration' && districtCode === code,
      ).length,
    }))
    .filter(({ villages }) => villages > 0)
    .sort((a, b) => comparePersian(a.name, b.name));
}
