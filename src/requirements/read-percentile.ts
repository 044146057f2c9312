const PERCENTILE =
  /\bp(\d{2}(?:\.\d+)?)\b|\b(\d{2}(?:\.\d+)?)(?:st|nd|rd|th)[ -]percentile|\b(\d{2}(?:\.\d+)?)\s*%\s+of\s+(?:all\s+|the\s+)?(?:\p{L}+\s+)?(?:cases|requests|responses|calls|queries|searches|time|times|pages|page loads|users|operations|transactions)|\b(median)\b/giu;

/** The percentile a duration is stated for: the last one named before it, else the next one after it. */
export function readPercentile(before: string, after: string): number | undefined {
  return percentiles(before).at(-1) ?? percentiles(after)[0];
}

function percentiles(text: string): readonly number[] {
  return [...text.matchAll(PERCENTILE)].map((match) =>
    match[4] === undefined ? Number(match[1] ?? match[2] ?? match[3]) : 50,
  );
}
