import { adminParts } from '@/components/admin/admin-nav';
import { bodyHref, trackHref } from '@/components/dashboard/links';
import { navigationFor } from '@/components/frame/navigation';
import type { PaletteDocument, PaletteItem } from '@/components/palette/palette-document';
import { editionPath } from '@/components/reports/edition-table';
import { formatDayMonthYear } from '@/lib/format/dates';
import { ADMIN_NAV } from '@/lib/messages/admin';
import { DEEDS } from '@/lib/messages/deeds';
import { DESKS } from '@/lib/messages/desk-checks';
import { INDICATOR_IMPORT } from '@/lib/messages/indicators';
import { INSPECTION_NAV, INSPECTIONS, PLAN } from '@/lib/messages/inspections';
import { LETTERS } from '@/lib/messages/letters';
import { NETWORK } from '@/lib/messages/network';
import { PALETTE } from '@/lib/messages/palette';
import { PUBLIC_DATA, PUBLIC_PAGE } from '@/lib/messages/public';
import { REPORTS } from '@/lib/messages/reports';
import { MY_SURVEY, SURVEY } from '@/lib/messages/survey';
import { mayRecordReadings } from '@/lib/services/indicator-readings';
import { countWaitingProposals, mayRecordVisits } from '@/lib/services/inspection-list';
import { maySendLetters } from '@/lib/services/letter-recipients';
import { getPaletteFacts, type PaletteFacts } from '@/lib/services/palette';
import { isPublicPageOn } from '@/lib/services/public/public-data';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';

const WORDS: Readonly<Record<string, string>> = {
  '/dashboard': PALETTE.words.dashboard,
  '/review': PALETTE.words.review,
};

function pageItems(ctx: ServiceContext): PaletteItem[] {
  const { role } = ctx.actor;
  const parts = navigationFor(role, null).map(({ href, label }): PaletteItem => [
    'pages',
    label,
    '',
    href,
    WORDS[href] ?? '',
  ]);
  const admin = adminParts(role).map(({ href, label }): PaletteItem => ['pages', label, ADMIN_NAV.label, href, '']);
  const heat: PaletteItem[] = mayDo(ctx, 'progress.read')
    ? [['pages', PALETTE.heatMap, PALETTE.heatMapNote, '/dashboard/heat-map', '']]
    : [];
  const open: PaletteItem[] = isPublicPageOn(ctx)
    ? [['pages', PUBLIC_DATA.settingsTitle, PUBLIC_PAGE.title, '/public', '']]
    : [];
  const network: PaletteItem[] = mayDo(ctx, 'progress.read')
    ? [['pages', NETWORK.title, NETWORK.paletteNote, '/indicators/network', NETWORK.paletteWords]]
    : [];
  const survey: PaletteItem[] = mayDo(ctx, 'survey.read')
    ? [['pages', SURVEY.title, '', '/indicators/survey', SURVEY.palette]]
    : role === 'liaison'
      ? [['pages', MY_SURVEY.heading, '', '/my/survey', SURVEY.palette]]
      : [];
  const deeds: PaletteItem[] = mayDo(ctx, 'indicator.read')
    ? [['pages', DEEDS.title, DEEDS.paletteNote, '/indicators/deeds', PALETTE.words.deeds]]
    : [];
  const desks: PaletteItem[] = mayDo(ctx, 'desk_check.read')
    ? [['pages', DESKS.title, INSPECTION_NAV.label, '/inspections/desks', PALETTE.words.desks]]
    : [];
  return [...parts, ...heat, ...network, ...survey, ...deeds, ...desks, ...visitItems(ctx), ...admin, ...open];
}

/** The plan of visits, and for the deputy how much waits because of failed ones. */
function visitItems(ctx: ServiceContext): PaletteItem[] {
  if (!mayDo(ctx, 'inspection.read')) return [];
  const waiting = mayDo(ctx, 'milestone.reopen') ? countWaitingProposals(ctx) : 0;
  const decisions: PaletteItem[] =
    waiting > 0
      ? [
          [
            'pages',
            INSPECTIONS.waiting,
            INSPECTIONS.openProposals(waiting),
            '/inspections#waiting',
            INSPECTIONS.paletteWords,
          ],
        ]
      : [];
  return [['pages', PLAN.title, '', '/inspections/plan', INSPECTIONS.paletteWords], ...decisions];
}

function actionItems(ctx: ServiceContext): PaletteItem[] {
  const issue: PaletteItem[] = mayDo(ctx, 'report.issue')
    ? [['actions', PALETTE.issueReport, '', '/reports/new', PALETTE.words.issueReport]]
    : [];
  const letters: PaletteItem[] = maySendLetters(ctx)
    ? [['actions', LETTERS.newTitle, '', '/reports/letters/new', PALETTE.words.letters]]
    : [];
  const readings: PaletteItem[] = mayRecordReadings(ctx)
    ? [['actions', INDICATOR_IMPORT.title, '', '/indicators/import', PALETTE.words.readings]]
    : [];
  const visit: PaletteItem[] = mayRecordVisits(ctx)
    ? [['actions', INSPECTIONS.newVisit, '', '/inspections/new', INSPECTIONS.paletteWords]]
    : [];
  return [
    ...issue,
    ...letters,
    ...readings,
    ...visit,
    ['actions', PALETTE.changePassword, '', '/change-password', PALETTE.words.changePassword],
  ];
}

function editionItems({ editions, isOneOfSeveral }: PaletteFacts): PaletteItem[] {
  return editions.map((edition) => [
    'editions',
    PALETTE.edition(edition.number),
    REPORTS.weekOf(formatDayMonthYear(edition.weekStartOn), formatDayMonthYear(edition.weekEndOn)),
    editionPath(edition, '', isOneOfSeveral),
    String(edition.number),
  ]);
}

/** What the palette offers to this person: everything it names is something this person may open. */
export function paletteDocument(ctx: ServiceContext): PaletteDocument {
  const facts = getPaletteFacts(ctx);
  return {
    today: facts.today,
    startOn: facts.startOn,
    daily: mayDo(ctx, 'progress.read') ? ['/dashboard', '/bodies'] : ['/bodies'],
    items: [
      ...facts.bodies.map(({ code, name, officialCode, categoryLabel, districtName }): PaletteItem => [
        'bodies',
        name,
        PALETTE.place(categoryLabel, districtName),
        bodyHref(code, null),
        `${code} ${officialCode ?? ''}`.trim(),
      ]),
      ...pageItems(ctx),
      ...facts.tracks.map(({ code, title }): PaletteItem => [
        'tracks',
        title,
        PALETTE.trackNote(code),
        trackHref(code, {}),
        code,
      ]),
      ...editionItems(facts),
      ...actionItems(ctx),
    ],
  };
}
