import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { BODY_EDIT } from '@/lib/messages/admin-reference';
import type { BodyValues } from './body-fields';
import { AuditDetails } from './audit-table';

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
    <Table caption={BODY_EDIT.historyCaption}>
      <thead>
        <tr>
          <th scope="col">{BODY_EDIT.knownFrom}</th>
          <th scope="col">{BODY_EDIT.changes}</th>
          <th scope="col">{BODY_EDIT.by}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, previous, recordedByName }) => (
          <tr key={version.id}>
            <td className="nowrap">{formatDate(version.recordedOn)}</td>
            <td>
              {previous === null ? (
                BODY_EDIT.first
              ) : (
                <AuditDetails details={{ before: valuesOf(previous), after: valuesOf(version) }} />
              )}
            </td>
            <td>{recordedByName ?? BODY_EDIT.bySystem}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
