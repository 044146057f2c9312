/** Two pixels for each of the picture's own, for sharp screens. */
const SHARP = 2;
/** Chromium draws no longer side than this. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 40_000_000;

/** Device pixels for a pixel of a picture: fewer where the browser would draw nothing of a large one. */
export function pictureScale(size: { readonly width: number; readonly height: number }): number {
  const { width, height } = size;
  const byArea = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.min(SHARP, LONGEST_SIDE / Math.max(width, height), byArea);
}
