import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind, Role } from '@/lib/domain/vocabulary';
import { formatDateTime, formatDayMonthYear } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { ADMIN_NAV, OVERVIEW } from '@/lib/messages/admin';
import { EVENT_KIND_LABELS, ROLE_LABELS } from '@/lib/messages/vocabulary';

export interface OverviewValues {
  readonly programmes: readonly { readonly code: string; readonly title: string; readonly endOn: CivilDate }[];
  readonly bodyCount: number;
  readonly users: {
    readonly total: number;
    readonly byRole: readonly { readonly role: Role; readonly count: number }[];
  };
  readonly lastBackup: { readonly at: string; readonly byName: string } | null;
  readonly newestEvent: { readonly kind: EventKind; readonly recordedOn: CivilDate } | null;
  readonly eventCount: number;
  readonly missingGuards: readonly string[];
  readonly isFileSound: boolean;
}

export interface Attention {
  readonly text: string;
  readonly href: string;
  readonly label: string;
}

function State({ isSound, good, bad }: { isSound: boolean; good: string; bad: string }) {
  return (
    <>
      <Icon name={isSound ? 'complete' : 'risk'} className={isSound ? 't-complete' : 't-late'} />
      {isSound ? good : bad}
    </>
  );
}

/** The state of the installation, after whatever needs a hand. */
export function OverviewFacts({ overview, attention }: { overview: OverviewValues; attention: readonly Attention[] }) {
  const { programmes, users, lastBackup, newestEvent, missingGuards, isFileSound } = overview;
  return (
    <div>
      {attention.length > 0 && (
        <Section id="attention" title={OVERVIEW.attention}>
          <ul className="list">
            {attention.map(({ text, href, label }) => (
              <li key={text} className="attention">
                <Icon name="risk" className="t-risk" />
                <span>{text}</span>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="facts" title={OVERVIEW.facts}>
        <dl className="facts">
          <dt>{OVERVIEW.programme}</dt>
          <dd>
            {programmes.length === 0
              ? OVERVIEW.noProgramme
              : programmes.map(({ code, title, endOn }) => (
                  <p key={code}>{OVERVIEW.programmeUntil(title, formatDayMonthYear(endOn))}</p>
                ))}
          </dd>
          <dt>{ADMIN_NAV.users}</dt>
          <dd>
            {users.byRole
              .filter(({ count }) => count > 0)
              .map(({ role, count }) => (
                <a key={role} href={`/admin/users?role=${role}`} className="role-count">
                  {ROLE_LABELS[role]} <b>{formatInteger(count)}</b>
                </a>
              ))}
          </dd>
          <dt>{OVERVIEW.bodies}</dt>
          <dd>
            <a href="/admin/reference/bodies">{OVERVIEW.bodyCount(overview.bodyCount)}</a>
          </dd>
          <dt>{OVERVIEW.newestEvent}</dt>
          <dd>
            {newestEvent === null
              ? OVERVIEW.noEvent
              : OVERVIEW.eventLine(
                  EVENT_KIND_LABELS[newestEvent.kind],
                  formatDayMonthYear(newestEvent.recordedOn),
                  overview.eventCount,
                )}
          </dd>
          <dt>{OVERVIEW.lastBackup}</dt>
          <dd>
            {lastBackup === null
              ? OVERVIEW.noBackup
              : OVERVIEW.backupBy(formatDateTime(lastBackup.at), lastBackup.byName)}
          </dd>
          <dt>{OVERVIEW.file}</dt>
          <dd>
            <State isSound={isFileSound} good={OVERVIEW.fileSound} bad={OVERVIEW.fileBroken} />{' '}
            <a href="/admin/backup?verify=1#verify">{OVERVIEW.fullCheck}</a>
          </dd>
          <dt>{OVERVIEW.guards}</dt>
          <dd>
            <State
              isSound={missingGuards.length === 0}
              good={OVERVIEW.guardsSound}
              bad={OVERVIEW.guardsMissing(missingGuards.length)}
            />
          </dd>
        </dl>
      </Section>
    </div>
  );
}

const STEPS = [
  { key: 'programme', href: '/admin/imports' },
  { key: 'bodies', href: '/admin/imports' },
  { key: 'users', href: '/admin/users/new' },
] as const;

/** What an empty installation needs, in order; only the next step has its link in colour. */
export function FirstSteps({ steps }: { steps: Readonly<Record<(typeof STEPS)[number]['key'], boolean>> }) {
  const next = STEPS.find(({ key }) => !steps[key])?.key;
  return (
    <ol className="first-steps">
      {STEPS.map(({ key, href }, index) => {
        const { title, text, action } = OVERVIEW.steps[key];
        return (
          <li key={key} className={key === next ? 'next' : undefined}>
            <span className="step-number" aria-hidden="true">
              {formatInteger(index + 1)}
            </span>
            <div>
              <h3>{title}</h3>
              <p className="small muted">{text}</p>
            </div>
            {steps[key] ? (
              <Tag tone="complete" icon="check">
                {OVERVIEW.stepDone}
              </Tag>
            ) : key === next ? (
              <a className="btn primary" href={href}>
                {action}
              </a>
            ) : (
              <span className="small faint">{OVERVIEW.stepWaits}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const PARTS = ['users', 'reference', 'imports', 'settings', 'notifications', 'tokens', 'backup', 'audit'] as const;

export function AdminParts() {
  return (
    <ul className="list parts">
      {PARTS.map((part) => (
        <li key={part}>
          <a href={`/admin/${part}`} className="b">
            {ADMIN_NAV[part]}
          </a>
          <p className="small muted">{OVERVIEW.partsText[part]}</p>
        </li>
      ))}
    </ul>
  );
}
