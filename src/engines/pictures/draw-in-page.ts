/// <reference lib="dom" />
import type { LegendSign, PictureTheme } from "./picture.ts";

export interface DrawRequest {
  readonly id: string;
  readonly text: string;
  readonly theme: PictureTheme;
  readonly legend: readonly LegendSign[];
  /** Whether somebody else drew it into this page already: it is mended there and stays. */
  readonly isDrawn?: boolean;
  /** Selector of the element that it is drawn into and stays in; else the page is emptied after it. */
  readonly stage?: string;
}

/** An SVG that is well-formed XML (empty where the picture stays in the page), and its size in pixels. */
export interface DrawnSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a diagram with the Mermaid of the page and mends it. Runs in the browser, where nothing else
 * of this program is: every helper is inside.
 */
export async function drawInPage(request: DrawRequest): Promise<DrawnSvg> {
  const MARGIN = 8;
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const stays = request.isDrawn === true || request.stage !== undefined;
  const svg = request.isDrawn === true ? standing() : await draw();
  svg.style.maxWidth = "none";
  if (svg.getAttribute("aria-roledescription") === "error") throw new Error("a syntax error");
  if (svg.textContent.includes("Maximum text size in diagram exceeded")) {
    throw new Error("the text is longer than Mermaid draws");
  }

  withdrawReferences();
  moveGroupTitles();
  liftMessages();
  const box = boxOfAll();
  drawLegend();
  svg.removeAttribute("style");
  svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  svg.setAttribute("width", String(box.width));
  svg.setAttribute("height", String(box.height));
  paint();
  const measured = { width: box.width, height: box.height };
  if (stays) return { svg: "", ...measured };
  const xml = new XMLSerializer().serializeToString(svg);
  document.body.replaceChildren();
  return { svg: `${xml}\n`, ...measured };

  async function draw(): Promise<SVGSVGElement> {
    const library = (window as unknown as { mermaid: MermaidInPage }).mermaid;
    const stage = document.querySelector(request.stage ?? "body");
    if (stage === null) throw new Error("there is no place to draw it");
    stage.replaceChildren();
    const { svg: markup } = await library.render(request.id, request.text);
    const parsed = new DOMParser().parseFromString(markup, "text/html").querySelector("svg");
    if (parsed === null) throw new Error("Mermaid drew nothing");
    const copy = document.importNode(parsed, true);
    stage.replaceChildren(copy);
    return copy;
  }

  function standing(): SVGSVGElement {
    const found = document.querySelector("svg");
    if (found === null) throw new Error("nothing is drawn");
    document.body.style.cssText = "margin:0;line-height:0";
    document.body.replaceChildren(found);
    return found;
  }

  /** Nothing that a picture could load from elsewhere stays in it. */
  function withdrawReferences(): void {
    for (const element of svg.querySelectorAll("script, iframe, object, embed, link")) {
      element.remove();
    }
    for (const element of svg.querySelectorAll("*")) {
      for (const { name, value } of Array.from(element.attributes)) {
        const isReference = /^(?:xlink:)?href$|^src(?:set)?$|^action$/i.test(name);
        const isInside = value.startsWith("#") || /^data:image\/(?!svg)/i.test(value);
        if ((isReference && !isInside) || /^on/i.test(name)) element.removeAttribute(name);
        else if (name === "style") element.setAttribute(name, withoutAddresses(value));
      }
    }
    for (const sheet of svg.querySelectorAll("style")) {
      sheet.textContent = withoutAddresses(sheet.textContent);
    }
  }

  function withoutAddresses(css: string): string {
    return css
      .replace(/@import[^;]*;?/gi, "")
      .replace(/url\(\s*["']?(?!["']?\s*#)[^)]*\)/gi, "none");
  }

  /**
   * Arrows come in from above, through the middle where Mermaid puts the titles. They go to the left
   * corner, over the arrows, on a ground of their own.
   */
  function moveGroupTitles(): void {
    for (const group of svg.querySelectorAll("g.cluster")) {
      const frame = group.querySelector(":scope > rect");
      const label = group.querySelector<SVGGElement>(":scope > .cluster-label");
      if (frame === null || label === null) continue;
      const x = Number(frame.getAttribute("x")) + 8;
      const y = Number(frame.getAttribute("y")) + 4;
      const above = add(group.parentElement?.parentElement ?? svg, "g", { class: "cluster" });
      const { width, height } = label.getBBox();
      const size = { x: x - 3, y: y + 1, width: width + 6, height: height - 2 };
      const plate = add(above, "rect", { ...size, class: "title-ground" });
      plate.style.cssText = `fill:${getComputedStyle(frame).fill};stroke:none`;
      label.setAttribute("transform", `translate(${x}, ${y})`);
      above.append(label);
    }
  }

  /** A message is written across the lifelines that it passes: a halo keeps it readable. */
  function liftMessages(): void {
    for (const text of svg.querySelectorAll<SVGTextElement>("text.messageText")) {
      text.style.cssText += ";paint-order:stroke;stroke:#ffffff;stroke-width:4px";
    }
  }

  /** Mermaid's own view box leaves out titles that are wider than the drawing. */
  function boxOfAll(): { x: number; y: number; width: number; height: number } {
    const { x, y, width, height } = svg.viewBox.baseVal;
    let [left, top, right, bottom] = [x, y, x + width, y + height];
    const toPicture = svg.getScreenCTM()?.inverse();
    for (const text of svg.querySelectorAll("text, foreignObject")) {
      const { left: l, top: t, right: r, bottom: b } = text.getBoundingClientRect();
      if (r === l) continue;
      const start = new DOMPoint(l, t).matrixTransform(toPicture);
      const end = new DOMPoint(r, b).matrixTransform(toPicture);
      left = Math.min(left, start.x - MARGIN);
      top = Math.min(top, start.y - MARGIN);
      right = Math.max(right, end.x + MARGIN);
      bottom = Math.max(bottom, end.y + MARGIN);
    }
    [left, top] = [Math.floor(left), Math.floor(top)];
    return { x: left, y: top, width: Math.ceil(right - left), height: Math.ceil(bottom - top) };
  }

  function drawLegend(): void {
    if (request.legend.length === 0) return;
    const [SIGN, GAP, LINE] = [22, 18, 22];
    const group = add(svg, "g", { class: "legend", "font-size": "12px" });
    const top = box.y + box.height + 6;
    const right = box.x + Math.max(box.width, 420) - 2 * MARGIN;
    let [x, y, widest] = [box.x + MARGIN, top, 0];
    for (const { label, shape, fill, stroke, isDashed } of request.legend) {
      const text = add(group, "text", { fill: "#4b5563", style: "font-size:12px" });
      text.textContent = label;
      const width = SIGN + 6 + text.getComputedTextLength();
      if (x + width > right && x > box.x + MARGIN) [x, y] = [box.x + MARGIN, y + LINE];
      text.setAttribute("x", String(x + SIGN + 6));
      text.setAttribute("y", String(y + 11));
      const dashes = isDashed ? { "stroke-dasharray": "4 3" } : {};
      if (shape === "box") {
        const size = { x, y: y + 1, width: SIGN, height: 12, rx: 2 };
        add(group, "rect", { ...size, fill, stroke, ...dashes });
      } else {
        const d = `M${x},${y + 7} h${SIGN - 5}`;
        add(group, "path", { d, fill: "none", stroke, "stroke-width": 1.2, ...dashes });
        const tip = `M${x + SIGN - 6},${y + 3} l6,4 l-6,4 z`;
        add(group, "path", { d: tip, fill: stroke, stroke: "none" });
      }
      x += width + GAP;
      widest = Math.max(widest, x - GAP - box.x + MARGIN);
    }
    box.height = Math.ceil(y + LINE - box.y);
    box.width = Math.max(box.width, Math.ceil(widest));
  }

  function add(
    parent: Element,
    name: "g" | "text" | "rect" | "path" | "style",
    attributes: Readonly<Record<string, string | number>>,
  ): SVGTextElement {
    const element = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, String(value));
    }
    parent.append(element);
    return element as SVGTextElement;
  }

  /**
   * The ground, and the dark colours. What is light stays where Mermaid put it, so that programs
   * which know no media queries show the light picture.
   */
  function paint(): void {
    const ground = add(svg, "rect", {
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      fill: "#ffffff",
      stroke: "none",
      class: "ground",
    });
    svg.prepend(ground);
    if (request.theme === "light") return;
    const rules = new Map<string, string>();
    for (const element of svg.querySelectorAll<SVGElement | HTMLElement>("*")) {
      if (element.closest("style, title, desc") !== null) continue;
      const isSvg = element instanceof SVGElement;
      const style = getComputedStyle(element);
      const properties = isSvg ? ["fill", "stroke"] : ["color", "background-color"];
      for (const property of properties) {
        const dark = darkOf(style.getPropertyValue(property));
        if (dark === undefined) continue;
        const name = `${property.slice(0, 1)}${dark.slice(1)}`;
        element.classList.add(name);
        element.style.setProperty(property, element.style.getPropertyValue(property));
        rules.set(`#${request.id} .${name}`, `${property}:${dark} !important`);
      }
    }
    const body = [...rules].map(([selector, rule]) => `${selector}{${rule}}`).join("\n");
    const sheet = add(svg, "style", { class: "dark" });
    sheet.textContent =
      request.theme === "dark" ? body : `@media (prefers-color-scheme: dark){\n${body}\n}`;
  }

  /** The colour with its lightness turned round, hue and most of its strength kept (OKLab). */
  function darkOf(color: string): string | undefined {
    const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color);
    if (match === null || match[4] === "0") return undefined;
    const [r, g, b] = [match[1], match[2], match[3]].map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const light = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
    const turned = 0.19 + (1 - light) * 0.81;
    const strength = light > 0.85 ? 1.6 : 0.85;
    const [A, C] = [a * strength, c * strength];
    const l3 = (turned + 0.3963377774 * A + 0.2158037573 * C) ** 3;
    const m3 = (turned - 0.1055613458 * A - 0.0638541728 * C) ** 3;
    const s3 = (turned - 0.0894841775 * A - 1.291485548 * C) ** 3;
    const channels = [
      4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
      -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
      -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
    ].map((value) => {
      const bounded = Math.min(1, Math.max(0, value));
      const curve = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
      return Math.round(curve * 255)
        .toString(16)
        .padStart(2, "0");
    });
    return `#${channels.join("")}`;
  }
}

interface MermaidInPage {
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}
