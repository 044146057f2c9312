import type { Browser } from "puppeteer";
import type { DrawnSvg } from "./draw-in-page.ts";
import { openBlankPage } from "./drawing-page.ts";
import { pictureScale } from "./picture-scale.ts";
import { within } from "./within.ts";

/** The picture as pixels or as a page of its size. */
export async function printPicture(
  browser: Browser,
  { svg, width, height }: DrawnSvg,
  format: "png" | "pdf",
  timeLimitMs: number,
): Promise<Uint8Array | undefined> {
  const page = await openBlankPage(browser);
  try {
    const deviceScaleFactor = pictureScale({ width, height });
    await page.setViewport({ width, height, deviceScaleFactor });
    await page.setContent(`<!doctype html><body style="margin:0;line-height:0">${svg}`);
    const taken = await within(
      timeLimitMs,
      format === "png"
        ? page.screenshot({ type: "png", clip: { x: 0, y: 0, width, height } })
        : page.pdf({ width, height, printBackground: true, pageRanges: "1" }),
    );
    return taken === "late" ? undefined : taken;
  } finally {
    await within(timeLimitMs, page.close());
  }
}
