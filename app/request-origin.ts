/** A form of another site can be sent here too; browsers name the site it comes from. */
export function isFromElsewhere({ headers }: Request): boolean {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
}
