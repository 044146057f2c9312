import { drawInPage } from "../engines/pictures/draw-in-page.ts";
import { DRAWING_SETTINGS } from "../engines/pictures/drawing-settings.ts";

/** What draws the pictures of `pictures` draws those of a site too, as a script that its pages load. */
export function drawingScript(): string {
  const settings = JSON.stringify(DRAWING_SETTINGS);
  return `"use strict";\nwindow.groundplanDraw = ${drawInPage.toString()};\nwindow.groundplanSettings = ${settings};\n`;
}
