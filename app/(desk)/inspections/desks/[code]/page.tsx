import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { CheckView } from '@/components/desk-checks/check-view';
import { CheckWatch } from '@/components/desk-checks/check-watch';
import { ChecksTable } from '@/components/desk-checks/checks-table';
import { DeskLink } from '@/components/desk-checks/desk-look';
import { InspectionNav } from '@/components/inspections/inspection-nav';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { DESK_CONFLICTS, DESKS } from '@/lib/messages/desk-checks';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getDeskFile, type DeskFile } from '@/lib/services/desk-checks/desk-file';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { deskHref } from '../desks-href';
import { checkDeskNow, saveDeskAddress } from './actions';
import '@/components/desk-checks/desk-checks.css';

export const metadata: Metadata = { title: DESKS.title };

function idIn(query: QueryParams, name: string): number | null {
  const text = queryValue(query, name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The electronic desk of one body: where it is, every look that was taken, and what one of them found. */
export default async function DeskPage({ params, searchParams }: PageProps<'/inspections/desks/[code]'>) {
  const ctx = await getPageContext();
  const code = plainSegment((await params).code);
  const query = await searchParams;
  const file = readOrNotFound(() =>
    getDeskFile(ctx, code, { page: idIn(query, 'page'), checkId: idIn(query, 'check') }),
  );
  const { body, shown, isRunning } = file;
  const path = deskHref(body.code);
  const done = queryValue(query, 'done');
  return (
    <div className="wrap page desk-page" data-total-checks={file.total}>
      <p className="crumb">
        {file.mayReadList && (
          <>
            <a href="/inspections/desks">{DESKS.title}</a> ‹{' '}
          </>
        )}
        <a href={`/bodies/${encodeURIComponent(body.code)}`}>{body.name}</a>
      </p>
      <h1>{DESKS.pageTitle(body.name)}</h1>
      {file.mayReadList && <InspectionNav current="/inspections/desks" />}
      <p className="take">{DESKS.pageTake}</p>
      <DoneNote
        done={isRunning && done === 'checked' ? null : done}
        words={{ saved: DESKS.addressSaved, unchanged: DESKS.addressSame, checked: DESKS.finished }}
      />
      <div className="desk-two">
        <Address file={file} draft={await readDraft(path, 'address')} />
        <Checking file={file} draft={await readDraft(path, 'check-now')} />
      </div>
      {shown === null ? (
        <EmptyState title={DESKS.neverChecked}>{DESKS.neverCheckedText}</EmptyState>
      ) : (
        <>
          <CheckView check={shown} milestoneTitles={file.milestoneTitles} />
          <Section id="checks" title={DESKS.checks} take={DESKS.checksTotal(file.total)}>
            <ChecksTable
              checks={file.checks}
              shownId={shown.id}
              hrefOf={(id) =>
                `${path}?${new URLSearchParams({ check: String(id), page: String(file.page) }).toString()}`
              }
            />
            {file.pages > 1 && (
              <Pagination
                summary={DESKS.pageOf(file.page, file.pages)}
                label={DESKS.checksPage}
                previous={{ href: file.page > 1 ? `${path}?page=${file.page - 1}#checks` : null, label: DESKS.newer }}
                next={{
                  href: file.page < file.pages ? `${path}?page=${file.page + 1}#checks` : null,
                  label: DESKS.older,
                }}
              />
            )}
          </Section>
        </>
      )}
    </div>
  );
}

type Draft = Awaited<ReturnType<typeof readDraft>>;

function Address({ file, draft }: { file: DeskFile; draft: Draft }) {
  const { body, address, suggestions } = file;
  return (
    <Section id="address" title={DESKS.address} take={DESKS.addressTake}>
      <p>
        {address === null ? (
          <span className="faint">{DESKS.noAddress}</span>
        ) : (
          <>
            <DeskLink url={address.url} /> <small className="muted">{DESKS.addressSince(address.recordedOn)}</small>
          </>
        )}
      </p>
      {address !== null && !file.isHostListed && <p className="small t-risk">{DESKS.hostNotListed}</p>}
      {file.maySetAddress ? (
        <ActionForm
          id="address"
          action={saveDeskAddress}
          initialState={draft}
          hidden={{ body: body.code }}
          className="narrow desk-form no-print"
        >
          <TextField
            name="url"
            label={DESKS.address}
            hint={DESKS.addressHint}
            dir="ltr"
            inputMode="url"
            optional
            maxLength={600}
            defaultValue={address?.url ?? ''}
          />
          <SubmitButton variant="default">{DESKS.saveAddress}</SubmitButton>
        </ActionForm>
      ) : (
        <p className="small muted">{DESKS.readOnly}</p>
      )}
      {suggestions.length > 0 && (
        <div className="no-print">
          <p className="small">{DESKS.suggestions}</p>
          <ul className="list">
            {suggestions.map((url, index) => (
              <li key={url} className="row">
                <DeskLink url={url} />
                <ActionForm id={`take-${index}`} action={saveDeskAddress} hidden={{ body: body.code, url }}>
                  <SubmitButton variant="quiet">{DESKS.takeThis}</SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

/** The button, or why there is none to press. */
function Checking({ file, draft }: { file: DeskFile; draft: Draft }) {
  const { body, address, isOn, isRunning, mayRun } = file;
  const path = deskHref(body.code);
  const obstacle = !isOn
    ? DESK_CONFLICTS.desk_checks_off
    : address === null
      ? DESK_CONFLICTS.desk_without_address
      : null;
  return (
    <Section id="run" title={DESKS.run} className="no-print">
      {isRunning ? (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
          <CheckWatch stateHref={`${path}/state`} doneHref={`${path}?done=checked`} />
        </>
      ) : !mayRun ? (
        <p className="small muted">{isOn ? DESKS.runByOthers : DESKS.isOff}</p>
      ) : obstacle !== null ? (
        <>
          <Note tone="warn">
            <span id="why-not">{obstacle}</span>
          </Note>
          <Button type="button" disabled aria-describedby="why-not">
            {DESKS.checkNow}
          </Button>
        </>
      ) : (
        <ActionForm id="check-now" action={checkDeskNow} initialState={draft} hidden={{ body: body.code }}>
          <p className="small muted">{DESKS.runTake}</p>
          <SubmitButton>{DESKS.checkNow}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}
