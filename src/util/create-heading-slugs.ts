/** Makes the anchors of one document, in order: the second of the same text gets a number. */
export function createHeadingSlugs(): (heading: string) => string {
  const counts = new Map<string, number>();
  return function anchorOf(heading) {
    const slug = slugOf(heading);
    const seen = counts.get(slug) ?? 0;
    counts.set(slug, seen + 1);
    return seen === 0 ? slug : `${slug}-${seen}`;
  };
}

/** The anchor that code hosts make of a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");
}
