import type { ReferenceVersions } from '@/db/queries/reference-versions';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Applicability } from '@/lib/domain/reference';
import type { ReferenceHistory } from '@/lib/domain/reference-as-of';
import type { BodyCategory, EvidenceKind } from '@/lib/domain/vocabulary';

/** `executive_agency enterprise:public` as rules. The words were checked when they were imported. */
export function parseAppliesTo(text: string): Applicability[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [category, scope] = word.split(':');
      return { category: category as BodyCategory, publicOnly: scope === 'public' };
    });
}

/** Rows of the version tables as the domain's history of reference data. */
export function toReferenceHistory(rows: ReferenceVersions): ReferenceHistory {
  const programmeCodes = new Map(rows.programmes.map((row) => [row.id, row.code]));
  const trackIdentity = new Map(rows.tracks.map((row) => [row.id, row]));
  const milestoneIdentity = new Map(rows.milestones.map((row) => [row.id, row]));
  const bodyCodes = new Map(rows.bodies.map((row) => [row.id, row.code]));
  return {
    programmes: rows.programmeVersions.map((row) => ({
      key: row.programmeId,
      recordedOn: row.recordedOn,
      value: {
        id: row.programmeId,
        code: programmeCodes.get(row.programmeId) ?? '',
        title: row.title,
        legalReference: row.legalReference,
        countyCode: row.countyCode,
        startOn: row.startOn,
        endOn: row.endOn,
        baselineMonth: row.baselineMonth,
      },
    })),
    tracks: rows.trackVersions.map((row) => {
      const identity = trackIdentity.get(row.trackId);
      return {
        key: row.trackId,
        recordedOn: row.recordedOn,
        value: {
          id: row.trackId,
          programmeId: identity?.programmeId ?? 0,
          code: identity?.code ?? '',
          title: row.title,
          position: row.position,
          startOn: row.startOn,
          deadlineOn: row.deadlineOn,
          deadlineSource: row.deadlineSource,
          weightPoints: row.weightPoints,
        },
      };
    }),
    milestones: rows.milestoneVersions.map((row) => {
      const identity = milestoneIdentity.get(row.milestoneId);
      return {
        key: row.milestoneId,
        recordedOn: row.recordedOn,
        value: row.isRetired
          ? null
          : {
              id: row.milestoneId,
              trackId: identity?.trackId ?? 0,
              code: identity?.code ?? '',
              position: row.position,
              title: row.title,
              shortTitle: row.shortTitle,
              guidance: row.guidance,
              evidenceText: row.evidenceText,
              evidenceKinds: row.evidenceKinds.split(' ').filter(Boolean) as EvidenceKind[],
              actor: row.actor,
              weightPoints: row.weightPoints,
              baselineDueOn: row.baselineDueOn,
              appliesTo: parseAppliesTo(row.appliesTo),
              basis: row.basis,
              validFrom: row.validFrom,
            },
      };
    }),
    areas: rows.areaVersions.map((row) => ({
      key: row.code,
      recordedOn: row.recordedOn,
      value: { code: row.code, kind: row.kind, name: row.name, parentCode: row.parentCode, population: row.population },
    })),
    bodies: rows.bodyVersions.map((row) => ({
      key: row.bodyId,
      recordedOn: row.recordedOn,
      value: {
        id: row.bodyId,
        code: bodyCodes.get(row.bodyId) ?? '',
        name: row.name,
        category: row.category,
        districtCode: row.districtCode,
        ruralDistrictCode: row.ruralDistrictCode,
        officialCode: row.officialCode,
        providesPublicService: row.providesPublicService,
        weightPoints: row.weightPoints,
        existsFrom: row.existsFrom,
        dissolvedOn: row.dissolvedOn,
        coordinationOnly: row.coordinationOnly,
        existenceBasis: row.existenceBasis,
        phone: row.phone,
      },
    })),
    holidays: rows.holidayVersions.map((row) => ({
      key: row.day as CivilDate,
      recordedOn: row.recordedOn,
      value: row.isHoliday ? row.title : null,
    })),
    settings: rows.settingVersions.map((row) => ({ key: row.key, recordedOn: row.recordedOn, value: row.value })),
  };
}
