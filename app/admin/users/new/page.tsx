import type { Metadata } from 'next';
import { BodyPicker } from '@/components/admin/body-picker';
import { SecretAnswer } from '@/components/admin/secret-answer';
import { UserFields, VillagesField } from '@/components/admin/user-fields';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { readDraft } from '@/lib/drafts';
import { USER_FORM, USER_PAGE } from '@/lib/messages/admin';
import { listDistricts } from '@/lib/services/admin-reference';
import { getAdminContext } from '../../admin-context';
import { addUserAction } from '../actions';
import { pickableBodies } from '../pickable-bodies';

export const metadata: Metadata = { title: USER_FORM.addTitle };

export default async function NewUserPage() {
  const ctx = await getAdminContext('user.manage');
  const districts = listDistricts(ctx);
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href="/admin/users">{USER_PAGE.back}</a>
      </p>
      <h1>{USER_FORM.addTitle}</h1>
      <p className="take">{USER_FORM.addTake}</p>
      <ActionForm
        id="add-user"
        action={addUserAction}
        initialState={await readDraft('/admin/users/new')}
        className="user-form"
      >
        <SecretAnswer />
        <div className="f2">
          <div className="stacked">
            <TextField
              name="name"
              label={USER_FORM.name}
              hint={USER_FORM.nameHint}
              autoComplete="off"
              maxLength={120}
            />
            <TextField
              name="username"
              label={USER_FORM.username}
              hint={USER_FORM.usernameHint}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
            />
            <UserFields districts={districts} />
          </div>
          <div className="stacked for-liaison">
            <BodyPicker bodies={pickableBodies(ctx)} hint={USER_FORM.bodiesHint} />
            <VillagesField districts={districts} />
          </div>
        </div>
        <SubmitButton>{USER_FORM.submit}</SubmitButton>
      </ActionForm>
    </div>
  );
}
