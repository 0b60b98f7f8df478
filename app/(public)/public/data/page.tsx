import type { Metadata } from 'next';
import { PublishedList } from '@/components/public/published-list';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { getPublicContext } from '@/lib/context';
import { PUBLIC_RESOURCE_NAMES } from '@/lib/domain/public-data';
import { PUBLIC_DATA, PUBLIC_PAGE } from '@/lib/messages/public';
import { PUBLIC_LICENCE, PUBLIC_RESOURCE_WORDS } from '@/lib/messages/public-data';
import { readOrNotFound } from '@/lib/page-context';
import { dictionaryRows, PUBLIC_FORMATS } from '@/lib/services/public/public-files';
import { getPublicHead } from '@/lib/services/public/public-pages';
import { NothingYet, PublicPage } from '../public-page';

export const metadata: Metadata = { title: PUBLIC_DATA.title, robots: { index: true, follow: true } };

/** The open files, what stands in them and what one may do with them. */
export default async function PublicDataPage() {
  const ctx = await getPublicContext();
  const head = readOrNotFound(() => getPublicHead(ctx));
  if (head === null) {
    return (
      <PublicPage county={null} current="data">
        <NothingYet />
      </PublicPage>
    );
  }
  return (
    <PublicPage county={head.county} current="data">
      <h1>{PUBLIC_DATA.title}</h1>
      <p className="take">
        {PUBLIC_DATA.take} {PUBLIC_PAGE.day(head.asOf)}
      </p>
      <Section id="files" title={PUBLIC_DATA.files} take={PUBLIC_DATA.freshness}>
        <Files />
        <p>{PUBLIC_DATA.formatsText}</p>
      </Section>
      <Section id="licence" title={PUBLIC_DATA.licence}>
        <p>
          <b>{PUBLIC_LICENCE.text}</b>{' '}
          {PUBLIC_DATA.licenceText(head.county === null ? null : PUBLIC_PAGE.source(head.county))}{' '}
          <a href={PUBLIC_LICENCE.url} rel="license noopener">
            <bdi className="ltr">{PUBLIC_LICENCE.name}</bdi>
          </a>
        </p>
      </Section>
      <PublishedList dictionary={dictionaryRows()} />
    </PublicPage>
  );
}

function Files() {
  return (
    <Table caption={PUBLIC_DATA.files} className="pub-cards">
      <thead>
        <tr>
          <th scope="col">{PUBLIC_DATA.file}</th>
          <th scope="col">{PUBLIC_DATA.holds}</th>
          <th scope="col">{PUBLIC_DATA.formats}</th>
        </tr>
      </thead>
      <tbody>
        {PUBLIC_RESOURCE_NAMES.map((resource) => {
          const { title, take } = PUBLIC_RESOURCE_WORDS[resource];
          return (
            <tr key={resource}>
              <th scope="row">{title}</th>
              <td>{take}</td>
              <td>
                <span className="pub-files">
                  {PUBLIC_FORMATS.map((format) => (
                    <a
                      key={format}
                      className="btn sm"
                      href={`/public/data/${resource}.${format}`}
                      aria-label={PUBLIC_DATA.download(title, PUBLIC_DATA[format])}
                    >
                      {PUBLIC_DATA[format]}
                    </a>
                  ))}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
