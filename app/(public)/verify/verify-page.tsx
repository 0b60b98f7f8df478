import type { ReactNode } from 'react';
import { Brand } from '@/components/frame/brand';
import { SampleStrip } from '@/components/frame/sample-strip';
import { Button } from '@/components/ui/button';
import { REPORTS } from '@/lib/messages/reports';
import type { Notice } from '@/lib/services/frame';

/** The page on which anybody can check a printed report. */
export function VerifyPage({ notice, code, children }: { notice: Notice; code?: string; children?: ReactNode }) {
  return (
    <>
      <SampleStrip {...notice} />
      <main id="main" className="wrap page stacked" style={{ maxInlineSize: '44rem' }}>
        <Brand owner={null} />
        <h1>{REPORTS.verifyTitle}</h1>
        {children}
        <form action="/verify" method="get" className="form narrow">
          <div className="field">
            <label htmlFor="code">{REPORTS.verifyLabel}</label>
            <p className="hint" id="code-hint">
              {REPORTS.verifyTake}
            </p>
            <input
              className="input"
              id="code"
              name="code"
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              maxLength={20}
              required
              aria-describedby="code-hint"
              defaultValue={code}
            />
          </div>
          <Button type="submit" variant="primary">
            {REPORTS.verifyButton}
          </Button>
        </form>
      </main>
    </>
  );
}
