/**
 * Short forms of titles that stand beside each other: the leading words a title shares with another are dropped, so «میز خدمت حضوری»
 * beside «میز خدمت الکترونیکی» is «حضوری». A title is never emptied.
 */
export function shortTitles(titles: readonly string[]): string[] {
  const words = titles.map((title) => title.split(' '));
  return words.map((own, index) => {
    let shared = 0;
    words.forEach((other, otherIndex) => {
      if (otherIndex === index) return;
      let count = 0;
      while (count < own.length - 1 && own[count] === other[count]) count += 1;
      shared = Math.max(shared, count);
    });
    return own.slice(shared).join(' ');
  });
}
