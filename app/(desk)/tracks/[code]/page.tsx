import type { Metadata } from 'next';
import { SCurveEnhancer } from '@/components/charts/s-curve-enhancer';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { Drawn } from '@/components/drawn';
import { putDrawn } from '@/components/drawn-store';
import { staticMarkup } from '@/components/static-markup';
import { TRACKS } from '@/lib/messages/tracks';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getTrack } from '@/lib/services/tracks';
import { plainSegment } from '@/lib/paths';
import { parseProgressQuery, queryValue } from '@/lib/validation/progress';
import { after } from 'next/server';
import { scopeAddress, scopeBarProps } from '../../dashboard/scope-props';
import { TrackBody } from './track-body';
import '@/components/dashboard/scope-bar.css';
import '../../dashboard/lists.css';
import '../../dashboard/tracks.css';
import './track.css';

export const metadata: Metadata = { title: TRACKS.title };

export default async function TrackPage({ params, searchParams }: PageProps<'/tracks/[code]'>) {
  const ctx = await getPageContext();
  const [{ code }, query] = [await params, await searchParams];
  const { view, problem } = readOrNotFound(() =>
    readOrExplain(query, (asked, reason) => ({
      view: getTrack(ctx, plainSegment(code), parseProgressQuery(asked)),
      problem: reason,
    })),
  );
  const { scope, track } = view;
  const {
    track: _,
    deadline: __,
    ...address
  } = scopeAddress(scope, problem === null ? queryValue(query, 'programme') : null);
  const path = `/tracks/${encodeURIComponent(track.code)}`;
  const drawn = putDrawn(
    staticMarkup(
      <>
        <ScopeBar
          {...scopeBarProps(ctx, scope, path, address)}
          address={address}
          deadlines={[]}
          tracks={[]}
          deadlineOn={null}
        />
        <TrackBody view={view} address={address} problem={problem} />
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
