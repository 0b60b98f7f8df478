import type { Metadata } from 'next';
import { BodyFields } from '@/components/admin/body-fields';
import { BodyVersions } from '@/components/admin/body-versions';
import { DoneNote } from '@/components/admin/done-note';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { BODY_EDIT, REFERENCE } from '@/lib/messages/admin-reference';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getAdminBody, listDistricts } from '@/lib/services/admin-reference';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../../../admin-context';
import { changeBodyAction } from '../../actions';

export const metadata: Metadata = { title: REFERENCE.bodies };

export default async function AdminBodyPage({ params, searchParams }: PageProps<'/admin/reference/bodies/[code]'>) {
  const ctx = await getAdminContext('reference.manage');
  const code = plainSegment((await params).code);
  const { current, history } = readOrNotFound(() => getAdminBody(ctx, code));
  const districts = listDistricts(ctx);
  const path = `/admin/reference/bodies/${encodeURIComponent(code)}`;
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href="/admin/reference/bodies">{REFERENCE.bodies}</a> ‹ {BODY_CATEGORY_LABELS[current.category]}
      </p>
      <h1>{current.name}</h1>
      <p className="row user-line">
        <span>
          {REFERENCE.code} <bdi className="ltr">{code}</bdi>
        </span>
        {current.officialCode !== null && (
          <span>
            {BODY_EDIT.officialCode} <bdi className="ltr">{current.officialCode}</bdi>
          </span>
        )}
        <a href={`/bodies/${encodeURIComponent(code)}`}>{BODY_EDIT.page}</a>
      </p>
      <DoneNote
        done={queryValue(await searchParams, 'done')}
        words={{ saved: BODY_EDIT.saved, unchanged: BODY_EDIT.unchanged }}
      />
      <div className="admin-two">
        <Section id="edit" title={REFERENCE.edit} take={BODY_EDIT.take}>
          <ActionForm
            id="body"
            action={changeBodyAction}
            hidden={{ code, seen: String(current.id) }}
            initialState={await readDraft(path, 'body')}
          >
            <BodyFields body={current} districts={districts} today={ctx.clock.today()} />
            <SubmitButton>{BODY_EDIT.save}</SubmitButton>
          </ActionForm>
        </Section>
        <Section id="versions" title={BODY_EDIT.history}>
          <BodyVersions
            versions={history}
            districtNames={new Map(districts.map((district) => [district.code, district.name]))}
          />
        </Section>
      </div>
    </div>
  );
}
