import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { MilestonesTable, TracksTable } from '@/components/admin/programme-tables';
import { ReferenceNav } from '@/components/admin/reference-nav';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { formatDayMonthYear } from '@/lib/format/dates';
import { BODY_EDIT, REFERENCE } from '@/lib/messages/admin-reference';
import { toPersianMonth } from '@/lib/messages/admin-reference-text';
import { listProgrammeDefinitions, type AdminProgramme } from '@/lib/services/admin-reference';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../admin-context';

export const metadata: Metadata = { title: REFERENCE.title };

export default async function ReferencePage({ searchParams }: PageProps<'/admin/reference'>) {
  const ctx = await getAdminContext('reference.manage');
  const programmes = listProgrammeDefinitions(ctx);
  return (
    <div className="wrap page admin">
      <h1>{REFERENCE.title}</h1>
      <p className="take">{REFERENCE.take}</p>
      <ReferenceNav current="/admin/reference" />
      <DoneNote
        done={queryValue(await searchParams, 'done')}
        words={{ saved: BODY_EDIT.saved, unchanged: BODY_EDIT.unchanged }}
      />
      {programmes.length === 0 ? (
        <EmptyState
          title={REFERENCE.noProgramme}
          actions={<LinkButton href="/admin/imports">{REFERENCE.toImports}</LinkButton>}
        >
          {REFERENCE.noProgrammeHint}
        </EmptyState>
      ) : (
        programmes.map((programme) => <Programme key={programme.code} programme={programme} />)
      )}
    </div>
  );
}

function Programme({ programme }: { programme: AdminProgramme }) {
  const { code, version, countyName, tracks } = programme;
  return (
    <>
      <Section id={`programme-${code}`} title={version.title}>
        <dl className="facts">
          <dt>{REFERENCE.legal}</dt>
          <dd>{version.legalReference}</dd>
          <dt>{REFERENCE.county}</dt>
          <dd>{countyName ?? version.countyCode}</dd>
          <dt>{REFERENCE.period}</dt>
          <dd>{REFERENCE.periodOf(formatDayMonthYear(version.startOn), formatDayMonthYear(version.endOn))}</dd>
          <dt>{REFERENCE.baselineMonth}</dt>
          <dd>{toPersianMonth(version.baselineMonth)}</dd>
          <dt>{REFERENCE.code}</dt>
          <dd>
            <bdi className="ltr">{code}</bdi>
          </dd>
        </dl>
      </Section>
      <Section id={`tracks-${code}`} title={REFERENCE.tracks} take={REFERENCE.originHint}>
        <TracksTable programme={code} tracks={tracks} />
      </Section>
      {tracks.map((track) => (
        <Section
          key={track.code}
          id={`track-${code}-${track.code}`}
          title={track.version.title}
          aside={<span className="small muted">{REFERENCE.milestones(track.milestones.length)}</span>}
        >
          <MilestonesTable programme={code} title={track.version.title} milestones={track.milestones} />
        </Section>
      ))}
    </>
  );
}
