import type { ReactNode } from 'react';

/** Something that can be done, with a sentence that says what follows, and its button. A list of them stands in `Deeds`. */
export function Deed({ title, text, children }: { title: ReactNode; text: ReactNode; children: ReactNode }) {
  return (
    <li className="deed">
      <div>
        <p className="b">{title}</p>
        <p className="small muted">{text}</p>
      </div>
      {children}
    </li>
  );
}

export function Deeds({ children }: { children: ReactNode }) {
  return <ul className="deeds">{children}</ul>;
}
