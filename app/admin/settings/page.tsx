import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { OfficeFields, SectionFields, ThresholdFields } from '@/components/admin/settings-fields';
import { SettingChanges } from '@/components/admin/setting-changes';
import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, SubmitButton } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { SETTINGS_PAGE } from '@/lib/messages/admin-settings';
import { PUBLIC_DATA } from '@/lib/messages/public';
import { PLAN } from '@/lib/messages/inspections';
import { listAudit } from '@/lib/services/audit';
import { getFrameFacts } from '@/lib/services/frame';
import { officeWordsAsOf } from '@/lib/services/office-words';
import { getSettings } from '@/lib/services/settings';
import { COPIES_MOST } from '@/lib/validation/settings';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../admin-context';
import { saveOfficeAction, savePublicPageAction, saveSectionsAction, saveThresholdsAction } from './actions';

export const metadata: Metadata = { title: SETTINGS_PAGE.title };

const CHANGES_SHOWN = 15;
const PATH = '/admin/settings';

export default async function SettingsPage({ searchParams }: PageProps<'/admin/settings'>) {
  const ctx = await getAdminContext('settings.manage');
  const { thresholds, office, sectionsLeftOut, publicPage } = getSettings(ctx);
  const county = getFrameFacts(ctx).countyName ?? '';
  const changes = listAudit(ctx, { action: 'settings.change' }, CHANGES_SHOWN).rows;
  return (
    <div className="wrap page admin">
      <h1>{SETTINGS_PAGE.title}</h1>
      <p className="take">{SETTINGS_PAGE.take}</p>
      <DoneNote
        done={queryValue(await searchParams, 'done')}
        words={{ saved: SETTINGS_PAGE.saved, unchanged: SETTINGS_PAGE.unchanged }}
      />
      <div className="admin-two even">
        <Section id="thresholds" title={SETTINGS_PAGE.thresholds} take={SETTINGS_PAGE.thresholdsTake}>
          <ActionForm
            id="thresholds-form"
            action={saveThresholdsAction}
            initialState={await readDraft(PATH, 'thresholds-form')}
          >
            <ThresholdFields thresholds={thresholds} />
            <SubmitButton>{SETTINGS_PAGE.save}</SubmitButton>
          </ActionForm>
          <p className="small">
            <a href="/inspections/plan#rule">{PLAN.settings}</a>
          </p>
        </Section>
        <Section id="office" title={SETTINGS_PAGE.office} take={SETTINGS_PAGE.officeTake}>
          <ActionForm id="office-form" action={saveOfficeAction} initialState={await readDraft(PATH, 'office-form')}>
            <OfficeFields
              office={office}
              formed={officeWordsAsOf(ctx, ctx.clock.today(), county)}
              mostCopies={COPIES_MOST}
            />
            <SubmitButton>{SETTINGS_PAGE.saveOffice}</SubmitButton>
          </ActionForm>
        </Section>
      </div>
      <Section id="sections" title={SETTINGS_PAGE.sections} take={SETTINGS_PAGE.sectionsTake}>
        <ActionForm
          id="sections-form"
          action={saveSectionsAction}
          initialState={await readDraft(PATH, 'sections-form')}
        >
          <SectionFields leftOut={sectionsLeftOut} />
          <SubmitButton>{SETTINGS_PAGE.saveSections}</SubmitButton>
        </ActionForm>
      </Section>
      <Section
        id="public"
        title={PUBLIC_DATA.settingsTitle}
        take={PUBLIC_DATA.settingsTake}
        more={{ href: '/admin/settings/public', label: PUBLIC_DATA.columns }}
      >
        <ActionForm id="public-form" action={savePublicPageAction} initialState={await readDraft(PATH, 'public-form')}>
          <CheckboxField
            name="publicPage"
            label={PUBLIC_DATA.settingsField}
            hint={PUBLIC_DATA.settingsHint}
            defaultChecked={publicPage}
          />
          <p className="row">
            <SubmitButton>{PUBLIC_DATA.settingsSave}</SubmitButton>
            {publicPage && <a href="/public">{PUBLIC_DATA.settingsOpen}</a>}
          </p>
        </ActionForm>
      </Section>
      <Section
        id="changes"
        title={SETTINGS_PAGE.history}
        more={{ href: '/admin/audit?action=settings.change', label: SETTINGS_PAGE.historyMore }}
      >
        {changes.length === 0 ? (
          <p className="small muted">{SETTINGS_PAGE.noHistory}</p>
        ) : (
          <SettingChanges rows={changes} />
        )}
      </Section>
    </div>
  );
}
