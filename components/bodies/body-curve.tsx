import { CurveTable, describeCurve } from '@/components/charts/s-curve';
import { pointAsOf, type SCurveData } from '@/components/charts/s-curve-points';
import { SCurveSvg, type SCurveLayout } from '@/components/charts/s-curve-svg';
import { Section } from '@/components/ui/section';
import { formatPercentValue, wholePercent } from '@/lib/format/numbers';
import { BODY_PAGE } from '@/lib/messages/body-page';

const LAYOUT: SCurveLayout = {
  width: 358,
  height: 196,
  box: { left: 4, right: 326, top: 40, bottom: 166 },
  hasKey: false,
};

/** Verified and claimed of one body against its plan, a point a week, as a picture without script. */
export function BodyCurve({ data }: { data: SCurveData }) {
  const now = pointAsOf(data);
  const [planned, verified] = [now?.planned ?? null, now?.verified ?? null];
  const take =
    planned === null || verified === null
      ? BODY_PAGE.curveTake('', '', null)
      : BODY_PAGE.curveTake(
          formatPercentValue(verified, 0),
          formatPercentValue(planned, 0),
          wholePercent(planned) - wholePercent(verified),
        );
  return (
    <Section id="curve" title={BODY_PAGE.curveTitle} take={take} className="body-curve">
      {now !== null && (
        <>
          <div dir="ltr">
            <SCurveSvg
              data={data}
              layout={LAYOUT}
              title={BODY_PAGE.curveTitle}
              sentence={describeCurve(data)}
              idPrefix="body-curve"
            />
          </div>
          <CurveTable data={data} title={BODY_PAGE.curveTitle} />
        </>
      )}
    </Section>
  );
}
