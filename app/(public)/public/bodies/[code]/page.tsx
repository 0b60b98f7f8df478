import type { Metadata } from 'next';
import { RealDesk } from '@/components/public/body-list';
import { PublicOutcomes, PublicTrack } from '@/components/public/body-parts';
import { Section } from '@/components/ui/section';
import { getPublicContext } from '@/lib/context';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getPublicBody } from '@/lib/services/public/public-pages';
import { PublicPage } from '../../public-page';

interface BodyProps {
  params: Promise<{ code: string }>;
}

async function read({ params }: BodyProps) {
  const [ctx, { code }] = await Promise.all([getPublicContext(), params]);
  return readOrNotFound(() => getPublicBody(ctx, plainSegment(code)));
}

export async function generateMetadata(props: BodyProps): Promise<Metadata> {
  const { body } = await read(props);
  return { title: body.name, robots: { index: true, follow: true } };
}

/** What a citizen may know of one body. */
export default async function PublicBodyPage(props: BodyProps) {
  const { body, county, asOf, tracks, milestones, outcomes } = await read(props);
  return (
    <PublicPage county={county} current={null}>
      <p className="crumb no-print">
        <a href="/public#list">{PUBLIC_PAGE.all}</a>
      </p>
      <h1>{body.name}</h1>
      <p className="take">
        {PUBLIC_PAGE.place(body.category_title ?? '', body.district ?? '')}. {PUBLIC_PAGE.day(asOf)}
      </p>
      <dl className="pub-facts">
        <dt>{PUBLIC_PAGE.address}</dt>
        <dd>
          {body.desk_address === null ? (
            <span className="muted">{PUBLIC_PAGE.noAddress}</span>
          ) : (
            <a href={body.desk_address} rel="noopener noreferrer nofollow">
              <bdi className="ltr">{body.desk_address}</bdi>
            </a>
          )}
        </dd>
        <dt>{PUBLIC_PAGE.realDesk}</dt>
        <dd>
          <RealDesk isReal={body.real_desk} /> <span className="small muted">{PUBLIC_PAGE.realDeskRule}</span>
        </dd>
      </dl>
      {tracks.length === 0 && <p className="muted">{PUBLIC_PAGE.noTracks}</p>}
      {tracks.map((track) => (
        <PublicTrack
          key={track.track_code}
          track={track}
          steps={milestones.filter(({ track_code }) => track_code === track.track_code)}
        />
      ))}
      {tracks.length > 0 && <p className="small muted mb-4">{PUBLIC_PAGE.stepsNote}</p>}
      <Section id="outcomes" title={PUBLIC_PAGE.outcomes} take={PUBLIC_PAGE.outcomesTake}>
        {outcomes.length === 0 ? (
          <p className="muted">{PUBLIC_PAGE.noOutcomes}</p>
        ) : (
          <>
            <PublicOutcomes rows={outcomes} />
            <p className="small muted no-print">
              {PUBLIC_PAGE.outcomesMore} <a href="/public/data">{PUBLIC_PAGE.data}</a>
            </p>
          </>
        )}
      </Section>
    </PublicPage>
  );
}
