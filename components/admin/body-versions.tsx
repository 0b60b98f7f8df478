import type { CivilDate } from '@/lib/calendar/civil-date';
import { BODY_EDIT } from '@/lib/messages/admin-reference';
import type { BodyValues } from './body-fields';
import { VersionsTable } from './versions-table';

export interface BodyVersion {
  readonly version: BodyValues & { readonly id: number; readonly recordedOn: CivilDate };
  readonly previous: BodyValues | null;
  readonly recordedByName: string | null;
}

const SHOWN: readonly (keyof BodyValues)[] = [
  'name',
  'category',
  'districtCode',
  'weightPoints',
  'providesPublicService',
  'existsFrom',
  'dissolvedOn',
  'coordinationOnly',
  'phone',
];

/** The versions of a body, each with what it changed. */
export function BodyVersions({
  versions,
  districtNames,
}: {
  versions: readonly BodyVersion[];
  districtNames: ReadonlyMap<string, string>;
}) {
  const valuesOf = (body: BodyValues) =>
    Object.fromEntries(
      SHOWN.map((name) => [
        name,
        name === 'districtCode' ? (districtNames.get(body.districtCode) ?? body.districtCode) : body[name],
      ]),
    );
  return (
    <VersionsTable
      caption={BODY_EDIT.historyCaption}
      versions={versions.map(({ version, previous, recordedByName }) => ({
        id: version.id,
        recordedOn: version.recordedOn,
        recordedByName,
        values: valuesOf(version),
        previous: previous && valuesOf(previous),
      }))}
    />
  );
}
