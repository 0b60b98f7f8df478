/** A command to be typed on the server. */
export function Command({ text }: { text: string }) {
  return (
    <pre className="command" dir="ltr" tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}
