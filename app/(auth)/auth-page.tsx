import type { ReactNode } from 'react';
import { Brand } from '@/components/frame/brand';
import { SampleStrip } from '@/components/frame/sample-strip';
import { FRAME } from '@/lib/messages/frame';
import type { Notice } from '@/lib/services/frame';

export interface AuthPageProps {
  notice: Notice;
  countyName: string | null;
  title: string;
  lede: string;
  /** Beside the form: what the office works on, or what comes next. */
  aside: ReactNode;
  asideLabel: string;
  /** Form and help. */
  children: ReactNode;
}

/** The two columns of the pages before the desk. */
export function AuthPage({ notice, countyName, title, lede, aside, asideLabel, children }: AuthPageProps) {
  return (
    <div className="auth">
      <SampleStrip {...notice} />
      <main id="main" className="auth-main">
        <section className="auth-form">
          <Brand owner={countyName === null ? null : FRAME.governorate(countyName)} />
          <h1>{title}</h1>
          <p className="lede">{lede}</p>
          {children}
        </section>
        <section className="auth-context" aria-label={asideLabel}>
          <div>{aside}</div>
        </section>
      </main>
    </div>
  );
}

/** Numbered steps or rules beside a form. */
export function AuthSteps({
  title,
  steps,
}: {
  title: string;
  steps: readonly { readonly title: string; readonly text: string }[];
}) {
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.title}>
            <b>{step.title}</b>
            {step.text}
          </li>
        ))}
      </ol>
    </>
  );
}
