import type { TelecomLetter, TelecomRow } from '@/lib/domain/network';
import { formatJalali } from '@/lib/calendar/jalali';
import { AppError } from '@/lib/errors';
import { joinWords } from '@/lib/messages/common';
import { NETWORK, TELECOM_PAPER as W } from '@/lib/messages/network';
import { comparePersian } from '@/lib/text/collation';
import { onPaper } from '@/lib/text/paper-text';
import type { NetworkQuery } from '@/lib/validation/network';
import { areaName } from './body-rows';
import { sheetHead } from './district-sheets';
import { toTable, type ExportTable } from './exports/table';
import { blockedSteps, ofKind, type BlockedStep } from './network';
import { officeWordsAsOf } from './office-words';
import { openScope, type Scope } from './scope';
import { mayDo, type ServiceContext } from './service-context';

export type TelecomQuery = Pick<NetworkQuery, 'asOf' | 'programme' | 'category' | 'district'>;

/** Districts whose list this person may send, by name; null: the whole county. */
function ownDistricts(ctx: ServiceContext, scope: Scope): readonly { code: string; name: string }[] | null {
  if (mayDo(ctx, 'district.print')) return null;
  return scope.reference.areas
    .filter(({ kind, code }) => kind === 'district' && mayDo(ctx, 'district.print', { districtCode: code }))
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => comparePersian(a.name, b.name));
}

/**
 * The districts to which this person's list for the telecom is limited; null for the whole county, none for those who may send nothing.
 *
 * @throws AppError `no_programme`
 */
export function telecomDistricts(ctx: ServiceContext): readonly { code: string; name: string }[] | null {
  return ownDistricts(ctx, openScope(ctx));
}

/** Steps of one body become one row: the telecom looks at places. */
function rowsOf(steps: readonly BlockedStep[]): TelecomRow[] {
  const rows = new Map<string, TelecomRow>();
  for (const { body, ruralDistrictName, districtName, milestone, sinceOn, days, note } of steps) {
    const known = rows.get(body.code);
    const first = known === undefined || sinceOn < known.sinceOn ? { sinceOn, days, note } : known;
    rows.set(body.code, {
      code: body.code,
      name: body.name,
      ruralDistrict: ruralDistrictName,
      district: districtName,
      steps: [...(known?.steps ?? []), milestone.shortTitle],
      sinceOn: first.sinceOn,
      days: first.days,
      note: first.note,
    });
  }
  return [...rows.values()];
}

/**
 * The list for the telecom as of a day: a letter of the office with every body that waits for coverage. Somebody limited to a district has
 * the own one only.
 *
 * @throws AppError `not_found` for who may print no list, and for a district that does not exist or is another's; `as_of_out_of_range`;
 *   `no_programme`
 */
export function getTelecomLetter(ctx: ServiceContext, query: TelecomQuery): TelecomLetter {
  const scope = openScope(ctx, { asOf: query.asOf, programme: query.programme });
  const own = ownDistricts(ctx, scope);
  const known = own ?? scope.reference.areas.filter(({ kind }) => kind === 'district');
  const isKnown = query.district === null || known.some(({ code }) => code === query.district);
  if (known.length === 0 || !isKnown) throw new AppError('not_found', { subject: 'district', code: query.district });
  const steps = ofKind(blockedSteps(ctx, scope), query).filter(
    ({ body }) => own === null || own.some(({ code }) => code === body.districtCode),
  );
  const rows = rowsOf(steps);
  const county = areaName(scope, scope.programme.countyCode);
  const { letterhead, motto, signatory } = officeWordsAsOf(ctx, scope.asOf, county);
  const named = query.district === null ? (own ?? []) : known.filter(({ code }) => code === query.district);
  const { office, sampleNote, droppedSuffix } = sheetHead(ctx, scope);
  const bodies = rows.length;
  return onPaper({
    office,
    letterhead,
    motto,
    recipient: W.recipient(county),
    subject:
      named.length === 0 ? W.subject : `${W.subject}؛ ${W.districtsAside(joinWords(named.map(({ name }) => name)))}`,
    opening:
      bodies === 0
        ? W.openingNone(scope.programme.title, scope.asOf)
        : W.opening(scope.programme.title, bodies, scope.asOf),
    request: bodies === 0 ? null : W.request,
    rows,
    steps: steps.length,
    signatory,
    asOf: scope.asOf,
    sampleNote,
    droppedSuffix,
  });
}

/** The rows of the letter for a spreadsheet, with a column for the telecom's answer. @throws AppError as `getTelecomLetter` */
export function telecomTable(ctx: ServiceContext, query: TelecomQuery): ExportTable {
  const { rows, recipient, subject, office, asOf } = getTelecomLetter(ctx, query);
  return {
    ...toTable(
      NETWORK.file.sheets.telecom,
      [
        { heading: W.body, kind: 'text', value: ({ name }) => name },
        { heading: W.ruralDistrict, kind: 'text', value: ({ ruralDistrict }) => ruralDistrict },
        { heading: W.district, kind: 'text', value: ({ district }) => district },
        { heading: W.step, kind: 'text', value: ({ steps }) => joinWords(steps) },
        { heading: W.since, kind: 'day', value: ({ sinceOn }) => formatJalali(sinceOn) },
        { heading: W.days, kind: 'number', value: ({ days }) => days },
        { heading: W.note, kind: 'text', value: ({ note }) => note },
        { heading: W.promised, kind: 'text', value: () => null },
      ],
      rows,
    ),
    about: [
      [office, recipient],
      [W.subject, subject],
      [W.foot(asOf), rows.length],
    ],
  };
}
