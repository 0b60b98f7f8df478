import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Bullet } from '@/components/charts/bullet';
import { BurnUp } from '@/components/charts/burn-up';
import { describeCurve, SCurve, tablePoints } from '@/components/charts/s-curve';
import {
  curvePaths,
  decodeCurve,
  encodeCurve,
  forecastLabelPlace,
  forecastLine,
  monthTicks,
  scales,
  type PlotBox,
  type SCurveData,
} from '@/components/charts/s-curve-points';
import { Sparkline } from '@/components/charts/sparkline';
import { StatusStack } from '@/components/charts/status-stack';

const BOX: PlotBox = { left: 0, right: 100, top: 0, bottom: 100 };

/** 100 days from 1397/06/10; half planned on day 40, the rest on day 80; known up to day 50; forecast on day 90. */
const CURVE: SCurveData = {
  start: '2018-09-01',
  end: '2018-12-10',
  asOf: '2018-10-21',
  deadline: '2018-11-30',
  forecastFinish: '2018-11-30',
  points: [
    { date: '2018-09-01', planned: 0, claimed: 0, verified: 0 },
    { date: '2018-10-11', planned: 0.5, claimed: 0.4, verified: 0.2 },
    { date: '2018-10-21', planned: 0.5, claimed: 0.5, verified: 0.4 },
    { date: '2018-11-20', planned: 1, claimed: null, verified: null },
  ],
};

describe('the S-curve', () => {
  it('time runs left to right and the ratio from bottom to top', () => {
    const { x, y } = scales(CURVE, BOX);
    expect([x('2018-09-01'), x('2018-10-21'), x('2018-12-10')]).toEqual([0, 50, 100]);
    expect([y(0), y(0.25), y(1)]).toEqual([100, 75, 0]);
  });

  it('the plan is a step: it rises on the day work is due and not before', () => {
    expect(curvePaths(CURVE, BOX).planned).toBe('M0 100H40V50H80V0H80');
  });

  it('claimed and verified end on the as-of day, and the band lies between them', () => {
    const { claimed, verified, band } = curvePaths(CURVE, BOX);
    expect(claimed).toBe('M0 100L40 60L50 50');
    expect(verified).toBe('M0 100L40 80L50 60');
    expect(band).toBe('M0 100L40 60L50 50L50 60L40 80L0 100Z');
  });

  it('points after the as-of day are never drawn as known', () => {
    const leaky = {
      ...CURVE,
      points: [...CURVE.points, { date: '2018-12-01', planned: 1, claimed: 0.9, verified: 0.9 }],
    } as const;
    expect(curvePaths(leaky, BOX).verified).toBe('M0 100L40 80L50 60');
  });

  it('the forecast goes from the verified level to the whole, and is cut where the axis ends', () => {
    expect(forecastLine(CURVE, BOX)).toEqual({ fromX: 50, fromY: 60, toX: 90, toY: 0, endsInside: true });
    const far = { ...CURVE, forecastFinish: '2019-01-29' } as const;
    // half of the hundred days are on the axis: half of the missing 0.6 as well
    expect(forecastLine(far, BOX)).toEqual({ fromX: 50, fromY: 60, toX: 100, toY: 30, endsInside: false });
    expect(forecastLine({ ...CURVE, forecastFinish: null }, BOX)).toBeNull();
  });

  it('the forecast’s label stands right of its end, or below the line where there is no room', () => {
    const label = { width: 20, gap: 2, lineHeight: 10 };
    const roomy = { fromX: 50, fromY: 60, toX: 70, toY: 0, endsInside: true };
    expect(forecastLabelPlace(roomy, BOX, label)).toEqual({ x: 72, y: 3, anchor: 'start' });
    const tight = { fromX: 50, fromY: 60, toX: 90, toY: 0, endsInside: true };
    expect(forecastLabelPlace(tight, BOX, label)).toEqual({ x: 88, y: 45, anchor: 'end' });
  });

  it('the axis names Jalali months, and a new year with its first month', () => {
    expect(monthTicks('2018-09-01', '2018-11-30').map(({ label }) => label)).toEqual(['شهریور', 'مهر', 'آبان', 'آذر']);
    expect(monthTicks('2019-02-20', '2019-04-25').map(({ label }) => label)).toEqual([
      'اسفند',
      'فروردین ۱۳۹۸',
      'اردیبهشت',
    ]);
  });

  it('says in words what it shows', () => {
    expect(describeCurve(CURVE)).toBe(
      'تا ۲۹\u00a0مهر برنامه ۵۰٫۰، اعلام‌شده ۵۰٫۰ و تأییدشده ۴۰٫۰ درصد است؛ مهلت ۹\u00a0آذر؛ پیش‌بینی پایان ۹\u00a0آذر.',
    );
    expect(describeCurve({ ...CURVE, points: [] })).toBe('هنوز داده‌ای برای این نمودار نیست.');
  });

  it('has a name, a description and its data as a table, in a left-to-right frame', () => {
    const html = renderToStaticMarkup(<SCurve id="c" data={CURVE} title="برنامه، اعلام و تأیید" />);
    expect(html).toContain('<div dir="ltr"');
    expect(html).toContain('<title id="c-wide-title">برنامه، اعلام و تأیید</title>');
    expect(html).toContain('<desc id="c-wide-desc">تا ۲۹');
    expect(html.match(/<tr>/g)).toHaveLength(5);
    expect(html).not.toContain('recharts');
    expect(html).not.toContain('<script');
  });

  it('a long series is thinned in the table, never its as-of day and its last', () => {
    const points = Array.from({ length: 80 }, (_, index) => ({
      date: new Date(Date.UTC(2018, 8, 1 + index)).toISOString().slice(0, 10) as '2018-09-01',
      planned: 0,
      claimed: 0,
      verified: 0,
    }));
    const shown = tablePoints({ ...CURVE, points }).map(({ date }) => date);
    expect(shown.length).toBeLessThan(16);
    expect(shown).toContain('2018-10-21');
    expect(shown.at(-1)).toBe('2018-11-19');
  });

  it('without a point it is a sentence and no empty axis', () => {
    const html = renderToStaticMarkup(<SCurve id="c" data={{ ...CURVE, points: [] }} title="نمودار" />);
    expect(html).not.toContain('<svg');
    expect(html).toContain('هنوز داده‌ای');
  });
});

describe('what else the curve marks', () => {
  const marked: SCurveData = { ...CURVE, today: '2018-12-08', marks: ['2018-10-01', '2019-01-01'] };
  const draw = (data: SCurveData) => renderToStaticMarkup(<SCurve id="c" data={data} title="نمودار" />);

  it('today, on a page about a past day only', () => {
    expect(draw(marked)).toContain('>امروز<');
    expect(draw(CURVE)).not.toContain('>امروز<');
    expect(draw({ ...CURVE, today: '2019-02-01' })).not.toContain('>امروز<');
  });

  it('the days on which rules, programme or bodies changed, where they lie inside the picture', () => {
    const titles = draw(marked).match(/قواعد، برنامه یا دستگاه‌ها تغییر کرد/g) ?? [];
    // once in the wide picture and once in the narrow one
    expect(titles).toHaveLength(2);
  });

  it('and both reach the explorable copy', () => {
    expect(decodeCurve(encodeCurve(marked))).toMatchObject({ today: '2018-12-08', marks: marked.marks });
    expect(decodeCurve(encodeCurve(CURVE))).toEqual({ ...CURVE, today: null, marks: [] });
  });
});

describe('the burn-up', () => {
  const point = (date: SCurveData['start'], verified: number) => ({
    date,
    total: 40,
    planned: 20,
    claimed: 12,
    verified,
  });
  const data = { points: [point('2018-09-01', 0), point('2018-09-08', 10)], deadline: '2018-12-21' } as const;

  it('is named with its counts and holds its data as a table', () => {
    const html = renderToStaticMarkup(<BurnUp data={data} title="حضوری" />);
    expect(html).toContain('aria-label="حضوری: تا ۱۷\u00a0شهریور از ۴۰ گام، ۱۰ تأیید و ۱۲ اعلام شده است"');
    expect(html.match(/<tr>/g)).toHaveLength(3);
  });

  it('leads to the table where that stands elsewhere, and says when nothing counts', () => {
    const html = renderToStaticMarkup(<BurnUp data={data} title="حضوری" tableHref="/tracks/HD#burn-up" />);
    expect(html).not.toContain('<table');
    expect(html).toContain('href="/tracks/HD#burn-up"');
    expect(renderToStaticMarkup(<BurnUp data={{ points: [], deadline: null }} title="حضوری" />)).not.toContain('<svg');
  });
});

describe('small charts', () => {
  it('a sparkline is named with its figures', () => {
    expect(renderToStaticMarkup(<Sparkline data={CURVE} title="حضوری" />)).toContain(
      'aria-label="حضوری: تا ۲۹\u00a0مهر تأییدشده ۴۰٫۰ از برنامۀ ۵۰٫۰ درصد"',
    );
  });

  it('no data is said, never drawn as zero', () => {
    const html = renderToStaticMarkup(<Bullet planned={null} claimed={null} verified={null} />);
    expect(html).toContain('هنوز داده‌ای نیست');
    expect(html).not.toContain('inline-size');
  });

  it('a segment too narrow to read has neither number nor link', () => {
    const counts = { complete: 96, on_track: 0, awaiting_review: 0, at_risk: 0, late: 4, missed: 0, exempt: 0 };
    const html = renderToStaticMarkup(
      <StatusStack counts={counts} label="شهرداری" hrefs={{ complete: '/a', late: '/b' }} />,
    );
    expect(html).toContain('href="/a"');
    expect(html).not.toContain('href="/b"');
    expect(html).toContain('انجام‌شده ۹۶، عقب‌مانده ۴');
  });
});
