export interface ErrorSummaryProps {
  /** What did not happen, and what to do: «گزارش فرستاده نشد. لطفاً دو مورد را اصلاح کنید:» */
  title: string;
  /** `href` leads to the field, as in `#dueOn`. */
  items?: readonly { href?: string; text: string }[];
  id?: string;
}

/** Stands at the head of a form that was refused; announced at once, and reachable with the keyboard. */
export function ErrorSummary({ title, items = [], id }: ErrorSummaryProps) {
  return (
    <div className="errsum" role="alert" tabIndex={-1} id={id}>
      <h2>{title}</h2>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.text}>{item.href ? <a href={item.href}>{item.text}</a> : item.text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
