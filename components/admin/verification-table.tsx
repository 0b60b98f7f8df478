import { Note } from '@/components/ui/note';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatInteger } from '@/lib/format/numbers';
import { BACKUP } from '@/lib/messages/admin';

export interface VerificationFindings {
  readonly isSound: boolean;
  readonly checks: readonly {
    readonly check: keyof typeof BACKUP.checks;
    readonly isSound: boolean;
    readonly counted: number;
    readonly problems: readonly string[];
  }[];
}

/** What a check of the data found. The findings themselves are for a technician, and in English as the command line says them. */
export function VerificationTable({ verification }: { verification: VerificationFindings }) {
  const failed = verification.checks.filter(({ isSound }) => !isSound).length;
  return (
    <div className="stacked">
      <Note tone={verification.isSound ? 'ok' : 'bad'} role="status">
        {verification.isSound ? BACKUP.sound : BACKUP.unsound(failed)}
      </Note>
      <Table caption={BACKUP.verifyCaption}>
        <thead>
          <tr>
            <th scope="col">{BACKUP.check}</th>
            <th scope="col" className="n">
              {BACKUP.counted}
            </th>
            <th scope="col">{BACKUP.result}</th>
          </tr>
        </thead>
        <tbody>
          {verification.checks.map(({ check, isSound, counted, problems }) => (
            <tr key={check}>
              <th scope="row">
                {BACKUP.checks[check]}
                {problems.length > 0 && (
                  <ul className="findings" dir="ltr">
                    {problems.map((problem) => (
                      <li key={problem}>{problem}</li>
                    ))}
                  </ul>
                )}
              </th>
              <td className="n">{formatInteger(counted)}</td>
              <td>
                <Tag tone={isSound ? 'complete' : 'late'} icon={isSound ? 'check' : 'risk'}>
                  {isSound ? BACKUP.ok : BACKUP.failed}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
