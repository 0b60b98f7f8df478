import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { ADMIN_DESKS as WORDS } from '@/lib/messages/desk-checks';
import { surveyDeskHosts } from '@/lib/services/desk-checks/desk-addresses';
import { getDeskCheckSettings } from '@/lib/services/desk-checks/settings';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../admin-context';
import { saveDeskSettings } from './actions';
import '@/components/desk-checks/desk-checks.css';

export const metadata: Metadata = { title: WORDS.title };

const PATH = '/admin/desk-checks';

/** Whether electronic desks are looked at, and what may be asked. */
export default async function DeskChecksPage({ searchParams }: PageProps<'/admin/desk-checks'>) {
  const ctx = await getAdminContext('settings.manage');
  const query = await searchParams;
  const settings = getDeskCheckSettings(ctx);
  const { missing, addresses } = surveyDeskHosts(ctx);
  return (
    <div className="wrap page admin">
      <h1>{WORDS.title}</h1>
      <p className="take">{WORDS.take}</p>
      <DoneNote done={queryValue(query, 'done')} words={{ saved: WORDS.saved, unchanged: WORDS.unchanged }} />
      <Note tone={settings.isOn ? 'ok' : 'info'} className="done-note">
        {settings.isOn ? WORDS.isOn : WORDS.isOff}
      </Note>
      <div className="admin-two even">
        <Section id="switch" title={WORDS.switch}>
          <ActionForm
            id="desk-settings"
            action={saveDeskSettings}
            initialState={await readDraft(PATH, 'desk-settings')}
            className="narrow desk-form"
          >
            <CheckboxField name="isOn" label={WORDS.on} hint={WORDS.onHint} defaultChecked={settings.isOn} />
            <TextareaField
              name="hosts"
              label={WORDS.hosts}
              hint={WORDS.hostsHint}
              rows={8}
              optional
              defaultValue={settings.hosts.join('\n')}
            />
            <TextareaField
              name="ranges"
              label={WORDS.ranges}
              hint={WORDS.rangesHint}
              rows={3}
              optional
              defaultValue={settings.ranges.join('\n')}
            />
            <SubmitButton>{WORDS.save}</SubmitButton>
          </ActionForm>
        </Section>
        <div>
          <Section id="rules" title={WORDS.rules}>
            <ul className="list">
              {WORDS.rulesList.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </Section>
          <Section
            id="missing"
            title={WORDS.missing}
            take={missing.length === 0 ? WORDS.noneMissing : WORDS.missingTake}
            more={{ href: '/inspections/desks', label: WORDS.desks }}
          >
            <p className="small muted">{WORDS.addresses(addresses)}</p>
            {missing.length > 0 && (
              <ul className="list">
                {missing.map(({ host, bodies }) => (
                  <li key={host}>
                    <bdi dir="ltr">{host}</bdi> <small className="muted">{WORDS.bodies(bodies)}</small>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      </div>
    </div>
  );
}
