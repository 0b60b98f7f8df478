import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { PUBLIC_RESOURCE_NAMES, type PublicRow } from '@/lib/domain/public-data';
import { PUBLIC_DATA } from '@/lib/messages/public';
import { PUBLIC_RESOURCE_WORDS } from '@/lib/messages/public-data';

/** What is published, column by column, and what is not: for citizens, and for whoever turns the page on. */
export function PublishedList({ dictionary }: { dictionary: readonly PublicRow<'dictionary'>[] }) {
  return (
    <>
      <Section id="not" title={PUBLIC_DATA.not}>
        <ul className="list">
          {PUBLIC_DATA.notItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
      <Section id="columns" title={PUBLIC_DATA.columns} take={PUBLIC_DATA.columnsTake}>
        {PUBLIC_RESOURCE_NAMES.filter((name) => name !== 'dictionary').map((resource) => (
          <div key={resource} className="mb-4">
            <h3>{PUBLIC_RESOURCE_WORDS[resource].title}</h3>
            <Table caption={PUBLIC_RESOURCE_WORDS[resource].title} className="pub-cards pub-dict">
              <thead>
                <tr>
                  <th scope="col">{PUBLIC_DATA.column}</th>
                  <th scope="col">{PUBLIC_DATA.meaning}</th>
                  <th scope="col">{PUBLIC_DATA.kind}</th>
                </tr>
              </thead>
              <tbody>
                {dictionary
                  .filter((row) => row.resource === resource)
                  .map((row) => (
                    <tr key={row.column}>
                      <th scope="row">
                        {row.title}
                        <small>
                          <bdi className="ltr">{row.column}</bdi>
                        </small>
                      </th>
                      <td>{row.meaning}</td>
                      <td data-head={PUBLIC_DATA.kind}>
                        {row.type}
                        {row.unit !== null && ` (${row.unit})`}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </Table>
          </div>
        ))}
      </Section>
    </>
  );
}
