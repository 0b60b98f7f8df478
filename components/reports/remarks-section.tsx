import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import { formatDateTime } from '@/lib/format/dates';
import { EDITION_CHECK } from '@/lib/messages/edition-check';

export interface RemarkView {
  readonly id: number;
  readonly text: string;
  readonly recordedAt: string;
  readonly writtenByName: string;
}

const byLine = ({ writtenByName, recordedAt }: RemarkView) =>
  EDITION_CHECK.remarksBy(writtenByName, formatDateTime(recordedAt));

function Text({ text }: { text: string }) {
  if (text === '') return <p className="muted">{EDITION_CHECK.remarksTakenBack}</p>;
  return text.split('\n').map((paragraph, index) => <p key={`${index} ${paragraph}`}>{paragraph}</p>);
}

/** The deputy's paragraphs for a week: the form for who may write them, the text for the others, and who wrote what when. */
export function RemarksSection({ remarks, children }: { remarks: readonly RemarkView[]; children?: ReactNode }) {
  const [newest, ...earlier] = remarks;
  return (
    <Section id="remarks" title={EDITION_CHECK.remarksTitle} take={EDITION_CHECK.remarksTake}>
      {children ??
        (newest === undefined ? (
          <p className="muted">{EDITION_CHECK.remarksNone}</p>
        ) : (
          <blockquote className="remarks">
            <Text text={newest.text} />
          </blockquote>
        ))}
      {newest !== undefined && <p className="small muted">{byLine(newest)}</p>}
      {earlier.length > 0 && (
        <details className="data">
          <summary>{EDITION_CHECK.remarksHistory(earlier.length)}</summary>
          <ol className="list small">
            {earlier.map((remark) => (
              <li key={remark.id}>
                <Text text={remark.text} />
                <p className="muted">{byLine(remark)}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}
