import type { Metadata } from 'next';
import { ReferenceNav } from '@/components/admin/reference-nav';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { formatInteger } from '@/lib/format/numbers';
import { REFERENCE } from '@/lib/messages/admin-reference';
import { AREA_KIND_LABELS } from '@/lib/messages/vocabulary';
import { listAreas } from '@/lib/services/admin-reference';
import { getAdminContext } from '../../admin-context';

export const metadata: Metadata = { title: REFERENCE.areas };

export default async function AreasPage() {
  const ctx = await getAdminContext('reference.manage');
  const areas = listAreas(ctx);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (
    <div className="wrap page admin">
      <h1>{REFERENCE.areas}</h1>
      <p className="take">{REFERENCE.areasTake}</p>
      <ReferenceNav current="/admin/reference/areas" />
      {areas.length === 0 ? (
        <EmptyState
          title={REFERENCE.noProgramme}
          actions={<LinkButton href="/admin/imports">{REFERENCE.toImports}</LinkButton>}
        >
          {REFERENCE.noProgrammeHint}
        </EmptyState>
      ) : (
        <Table caption={REFERENCE.areasCaption}>
          <thead>
            <tr>
              <th scope="col">{REFERENCE.code}</th>
              <th scope="col">{REFERENCE.area}</th>
              <th scope="col">{REFERENCE.kind}</th>
              <th scope="col" className="hide-s">
                {REFERENCE.parent}
              </th>
              <th scope="col" className="n hide-s">
                {REFERENCE.population}
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ code, name, kind, parentCode, population }) => (
              <tr key={code} className={kind === 'district' ? 'b' : undefined}>
                <td className="faint">
                  <bdi className="ltr">{code}</bdi>
                </td>
                <th scope="row">{name}</th>
                <td>{AREA_KIND_LABELS[kind]}</td>
                <td className="hide-s">{names.get(parentCode) ?? ''}</td>
                <td className="n hide-s">{population === null ? '–' : formatInteger(population)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
