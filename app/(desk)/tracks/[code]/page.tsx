import type { Metadata } from 'next';
import { SCurveEnhancer } from '@/components/charts/s-curve-enhancer';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { Drawn } from '@/components/drawn';
import { putDrawn } from '@/components/drawn-store';
import { staticMarkup } from '@/components/static-markup';
import { TRACKS } from '@/lib/messages/tracks';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { editionDays } from '@/lib/services/edition-days';
import { getTrack } from '@/lib/services/tracks';
import { plainSegment } from '@/lib/paths';
import { parseProgressQuery, queryValue } from '@/lib/validation/progress';
import { after } from 'next/server';
import { TrackBody } from './track-body';
import '@/components/dashboard/scope-bar.css';
import '../../dashboard/lists.css';
import '../../dashboard/tracks.css';
import './track.css';

export const metadata: Metadata = { title: TRACKS.title };

export default async function TrackPage({ params, searchParams }: PageProps<'/tracks/[code]'>) {
  const ctx = await getPageContext();
  const [{ code }, query] = [await params, await searchParams];
  const view = readOrNotFound(() => getTrack(ctx, plainSegment(code), parseProgressQuery(query)));
  const { scope, track } = view;
  const { filter } = scope;
  const address = {
    asOf: scope.asOf === scope.today ? null : scope.asOf,
    programme: queryValue(query, 'programme'),
    category: filter.category ?? null,
    district: filter.districtCode ?? null,
  };
  const drawn = putDrawn(
    staticMarkup(
      <>
        <ScopeBar
          path={`/tracks/${encodeURIComponent(track.code)}`}
          asOf={scope.asOf}
          today={scope.today}
          startOn={scope.programme.startOn}
          editions={editionDays(ctx, scope.programme.id)}
          deadlines={[]}
          tracks={[]}
          districts={scope.reference.areas.filter(({ kind }) => kind === 'district')}
          programmes={scope.reference.programmes}
          programme={scope.programme.code}
          address={address}
          deadlineOn={null}
        />
        <TrackBody view={view} address={address} />
      </>,
    ),
  );
  after(drawn.forget);
  return (
    <>
      <Drawn id="track" name={drawn.name} />
      <SCurveEnhancer />
    </>
  );
}
