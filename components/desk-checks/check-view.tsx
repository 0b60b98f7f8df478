import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DeskCheckOutcome, DeskCheckTrigger } from '@/lib/domain/vocabulary';
import { formatTime } from '@/lib/format/dates';
import { formatDigits } from '@/lib/format/numbers';
import { DESK_OUTCOME_HINTS, DESK_TRIGGER_LABELS, DESKS } from '@/lib/messages/desk-checks';
import { DeskLink, DeskOutcomeTag, secureText } from './desk-look';

/** One look at a desk with everything it found. */
export interface ShownCheck {
  readonly id: number;
  readonly url: string;
  readonly trigger: DeskCheckTrigger;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly recordedByName: string;
  readonly outcome: DeskCheckOutcome;
  readonly milliseconds: number | null;
  readonly isHttps: boolean;
  readonly certificateUntil: CivilDate | null;
  readonly pages: readonly {
    readonly url: string;
    readonly outcome: DeskCheckOutcome;
    readonly status: number | null;
    readonly milliseconds: number;
    readonly bytes: number;
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly milestoneCode: string;
    readonly title: string;
    readonly passage: string | null;
    readonly url: string | null;
  }[];
}

export interface CheckViewProps {
  check: ShownCheck;
  milestoneTitles: ReadonlyMap<string, string>;
}

/** A look in full: what came of it, the signs with their passages, and the pages that were asked for. */
export function CheckView({ check, milestoneTitles }: CheckViewProps) {
  const found = check.findings.filter(({ passage }) => passage !== null).length;
  return (
    <>
      <Section id="check" title={DESKS.checkOn(check.recordedOn, formatTime(check.recordedAt))}>
        <p className="row">
          <DeskOutcomeTag outcome={check.outcome} />
          <span className="small muted">{DESK_OUTCOME_HINTS[check.outcome]}</span>
        </p>
        <dl className="kv">
          <dt>{DESKS.address}</dt>
          <dd>
            <DeskLink url={check.url} />
          </dd>
          <dt>{DESKS.time}</dt>
          <dd>
            {check.outcome === 'answered' && check.milliseconds !== null ? DESKS.seconds(check.milliseconds) : '–'}
          </dd>
          <dt>{DESKS.facts.https}</dt>
          <dd>{secureText(check)}</dd>
          <dt>{DESKS.trigger}</dt>
          <dd>
            {DESK_TRIGGER_LABELS[check.trigger]}
            {check.trigger === 'on_demand' && `، ${check.recordedByName}`}
          </dd>
        </dl>
      </Section>
      {check.findings.length > 0 && (
        <Section id="findings" title={DESKS.findings} take={DESKS.findingsTake(found, check.findings.length)}>
          <Table caption={DESKS.findings} className="desks">
            <thead>
              <tr>
                <th scope="col">{DESKS.sign}</th>
                <th scope="col">{DESKS.milestone}</th>
                <th scope="col">{DESKS.passage}</th>
              </tr>
            </thead>
            <tbody>
              {check.findings.map(({ code, milestoneCode, title, passage, url }) => (
                <tr key={code}>
                  <th scope="row">{title}</th>
                  <td>
                    {milestoneTitles.get(milestoneCode) ?? milestoneCode}
                    <small>
                      <bdi className="ltr">{milestoneCode}</bdi>
                    </small>
                  </td>
                  <td>
                    {passage === null ? (
                      <Tag line icon="info">
                        {DESKS.notSeen}
                      </Tag>
                    ) : (
                      <>
                        <q className="desk-passage">{passage}</q>
                        {url !== null && (
                          <small>
                            <DeskLink url={url} />
                          </small>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
      <Section id="asked" title={DESKS.pages}>
        <Table caption={DESKS.pages} className="desks">
          <thead>
            <tr>
              <th scope="col">{DESKS.page}</th>
              <th scope="col">{DESKS.result}</th>
              <th scope="col" className="n">
                {DESKS.status}
              </th>
              <th scope="col" className="n">
                {DESKS.time}
              </th>
              <th scope="col" className="n">
                {DESKS.bytes}
              </th>
            </tr>
          </thead>
          <tbody>
            {check.pages.map((page) => (
              <tr key={page.url}>
                <td>
                  <DeskLink url={page.url} />
                </td>
                <td>
                  <DeskOutcomeTag outcome={page.outcome} line />
                </td>
                <td className="n">{page.status === null ? '–' : formatDigits(page.status)}</td>
                <td className="n">{DESKS.seconds(page.milliseconds)}</td>
                <td className="n">{page.bytes === 0 ? '–' : DESKS.size(page.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}
