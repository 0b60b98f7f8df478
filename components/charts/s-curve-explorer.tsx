'use client';

import { Fragment } from 'react';
import {
  Area,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { TooltipContentProps } from 'recharts';
import { addDays, daysBetween } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { chartWords } from '@/lib/messages/charts';
import { dayTextNear, percentText } from './chart-text';
import { monthTicks, pointAsOf, type SCurveData } from './s-curve-points';

export interface SCurveExplorerProps {
  data: SCurveData;
  title: string;
  sentence: string;
  /** Height of the picture it replaces, in pixels. */
  height: number;
}

interface Row {
  day: number;
  planned: number | null;
  claimed: number | null;
  verified: number | null;
  queue: [number, number] | null;
  forecast: number | null;
}

/** Rows of the chart in days since its start; the forecast adds the day on which it ends. */
function toRows(data: SCurveData): Row[] {
  const now = pointAsOf(data);
  const rows = new Map<number, Row>();
  for (const point of data.points) {
    if (point.date < data.start || point.date > data.end) continue;
    const day = daysBetween(data.start, point.date);
    rows.set(day, {
      day,
      planned: point.planned,
      claimed: point.claimed,
      verified: point.verified,
      queue: point.claimed !== null && point.verified !== null ? [point.verified, point.claimed] : null,
      forecast: now !== null && point.date === now.date && data.forecastFinish !== null ? point.verified : null,
    });
  }
  if (now?.verified != null && data.forecastFinish !== null && data.forecastFinish > now.date) {
    const lastDay = data.forecastFinish <= data.end ? data.forecastFinish : data.end;
    const share = daysBetween(now.date, lastDay) / daysBetween(now.date, data.forecastFinish);
    const day = daysBetween(data.start, lastDay);
    const own = rows.get(day) ?? {
      day,
      planned: null,
      claimed: null,
      verified: null,
      queue: null,
      forecast: null,
    };
    rows.set(day, { ...own, forecast: now.verified + (1 - now.verified) * share });
  }
  return [...rows.values()].sort((a, b) => a.day - b.day);
}

function Reading({
  active,
  payload,
  data,
}: Pick<TooltipContentProps<number, string>, 'active' | 'payload'> & { data: SCurveData }) {
  const row = payload?.[0]?.payload as Row | undefined;
  if (active !== true || row === undefined) return null;
  const lines = [
    [chartWords.planned, row.planned],
    [chartWords.claimed, row.claimed],
    [chartWords.verified, row.verified],
    [chartWords.forecast, row.verified === null ? row.forecast : null],
  ] as const;
  return (
    <div dir="rtl" className="hint-pop">
      <b>{dayTextNear(addDays(data.start, row.day), data.asOf)}</b>
      {lines.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            {name} {percentText(value)}
          </div>
        ),
      )}
    </div>
  );
}

const KEY_LINES = [
  { key: 'planned', stroke: 'var(--planned-line)', width: 1.25, dash: '4 3' },
  { key: 'claimed', stroke: 'var(--claimed-line)', width: 1.75, dash: undefined },
  { key: 'verified', stroke: 'var(--verified-line)', width: 2.75, dash: undefined },
] as const;

/** Names and values of the lines, in the corner that the curve leaves free; small pictures leave them to the words around. */
function LineKey({ data, isRight }: { data: SCurveData; isRight: boolean }) {
  const now = pointAsOf(data);
  if (now === null) return null;
  const place = isRight ? { right: '4.5rem', bottom: '3.5rem' } : { left: '1.5rem', top: '3.5rem' };
  return (
    <dl
      dir="rtl"
      className="hidden sm:grid"
      style={{
        position: 'absolute',
        ...place,
        gridTemplateColumns: 'auto auto auto',
        columnGap: '0.6rem',
        // the line of the deadline may pass behind the words
        background: 'var(--paper)',
        fontSize: 13,
        pointerEvents: 'none',
      }}
    >
      {KEY_LINES.map(({ key, stroke, width, dash }) => (
        <Fragment key={key}>
          <svg width="22" height="20" aria-hidden="true">
            <path d="M0 10h22" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
          </svg>
          <dt style={{ fontWeight: 600 }}>{chartWords[key]}</dt>
          <dd style={{ fontWeight: 650 }}>{percentText(now[key])}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/**
 * The same picture as the server-drawn one, with a tooltip that follows the pointer and, once focused, the arrow keys. Every text of the
 * drawing sits in a left-to-right element, since SVG swaps text anchors in a right-to-left one. Nothing moves by itself.
 */
export function SCurveExplorer({ data, title, sentence, height }: SCurveExplorerProps) {
  const rows = toRows(data);
  const now = pointAsOf(data);
  const days = daysBetween(data.start, data.end);
  const months = monthTicks(data.start, data.end);
  const middle = months.map((month) => (daysBetween(data.start, month.from) + daysBetween(data.start, month.to)) / 2);
  const nowDay = daysBetween(data.start, data.asOf);
  const deadlineDay = data.deadline === null ? null : daysBetween(data.start, data.deadline);
  const deadlineFirst = deadlineDay !== null && deadlineDay < nowDay;
  const finishDay =
    data.forecastFinish !== null && data.forecastFinish <= data.end && data.forecastFinish > data.asOf
      ? daysBetween(data.start, data.forecastFinish)
      : null;
  return (
    <figure aria-label={`${title}. ${sentence}`}>
      <div dir="ltr" style={{ position: 'relative' }}>
        <ResponsiveContainer width="100%" height={height}>
          <ComposedChart data={rows} title={title} desc={sentence} margin={{ top: 30, right: 0, bottom: 4, left: 8 }}>
            <XAxis
              dataKey="day"
              type="number"
              domain={[0, days]}
              ticks={middle}
              tickFormatter={(day: number) => months[middle.indexOf(day)]?.label ?? ''}
              tickLine={false}
              interval="preserveStart"
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              stroke="var(--ink-3)"
            />
            <YAxis
              orientation="right"
              width={44}
              domain={[0, 1]}
              ticks={[0, 0.25, 0.5, 0.75, 1]}
              tickFormatter={(ratio: number) => percentText(ratio, 0)}
              axisLine={false}
              tickLine={false}
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
            />
            {[0.25, 0.5, 0.75, 1].map((ratio) => (
              <ReferenceLine key={ratio} y={ratio} stroke="var(--grid-line)" />
            ))}
            <Area
              dataKey="queue"
              stroke="none"
              fill="var(--claimed-area)"
              fillOpacity={1}
              isAnimationActive={false}
              activeDot={false}
            />
            <Line
              dataKey="planned"
              type="stepAfter"
              stroke="var(--planned-line)"
              strokeWidth={1.25}
              strokeDasharray="4 3"
              dot={false}
              isAnimationActive={false}
              connectNulls
            />
            <Line
              dataKey="claimed"
              stroke="var(--claimed-line)"
              strokeWidth={1.75}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="verified"
              stroke="var(--verified-line)"
              strokeWidth={2.75}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="forecast"
              stroke="var(--verified-line)"
              strokeWidth={2}
              strokeDasharray="1 5"
              strokeLinecap="round"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              connectNulls
            />
            {data.today && data.today >= data.start && data.today <= data.end && (
              <ReferenceLine
                x={daysBetween(data.start, data.today)}
                stroke="var(--ink-3)"
                strokeDasharray="2 3"
                label={{
                  value: chartWords.today,
                  position: 'insideBottomLeft',
                  fill: 'var(--ink-2)',
                  fontSize: 12,
                }}
              />
            )}
            {(data.marks ?? [])
              .filter((day) => day >= data.start && day <= data.end)
              .map((day) => (
                <ReferenceDot
                  key={day}
                  x={daysBetween(data.start, day)}
                  y={0}
                  r={4}
                  fill="var(--ink-2)"
                  stroke="var(--paper)"
                />
              ))}
            {deadlineDay !== null && deadlineDay <= days && data.deadline !== null && (
              <ReferenceLine
                x={deadlineDay}
                stroke="var(--ink)"
                strokeWidth={1.75}
                label={{
                  value: chartWords.deadline(formatDayMonth(data.deadline)),
                  position: 'top',
                  textAnchor: deadlineFirst ? 'end' : 'start',
                  fill: 'var(--ink)',
                  fontSize: 13,
                  fontWeight: 700,
                }}
              />
            )}
            <ReferenceLine
              x={nowDay}
              stroke="var(--accent-mid)"
              label={{
                value: chartWords.asOf(formatDayMonth(data.asOf)),
                position: 'top',
                textAnchor: deadlineFirst ? 'start' : 'end',
                fill: 'var(--accent)',
                fontSize: 13,
                fontWeight: 600,
              }}
            />
            {finishDay !== null && (
              <ReferenceDot
                x={finishDay}
                y={1}
                r={4.5}
                fill="var(--paper)"
                stroke="var(--verified-line)"
                strokeWidth={2}
                label={{
                  value: `${chartWords.forecast} ${data.forecastFinish === null ? '' : dayTextNear(data.forecastFinish, data.asOf)}`,
                  position: 'bottom',
                  textAnchor: 'middle',
                  fill: 'var(--verified-line)',
                  fontSize: 13,
                  fontWeight: 600,
                }}
              />
            )}
            {now?.verified != null && (
              <ReferenceDot x={nowDay} y={now.verified} r={4} fill="var(--verified-line)" stroke="none" />
            )}
            <Tooltip
              isAnimationActive={false}
              content={({ active, payload }) => <Reading active={active} payload={payload} data={data} />}
            />
          </ComposedChart>
        </ResponsiveContainer>
        <LineKey data={data} isRight={nowDay / days < 0.78} />
      </div>
    </figure>
  );
}
