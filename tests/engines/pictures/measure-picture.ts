import type { Page } from "puppeteer";

/** What is wrong with a drawn picture, in words; nothing where it can be read. */
export async function measurePicture(page: Page, svg: string): Promise<readonly string[]> {
  return page.evaluate(async (text) => {
    const problems: string[] = [];
    const xml = new DOMParser().parseFromString(text, "image/svg+xml");
    if (xml.querySelector("parsererror") !== null) problems.push("it is not well-formed XML");
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode().catch(() => problems.push("it cannot be shown as an image"));
    document.body.innerHTML = text;
    const picture = document.querySelector("svg");
    if (picture === null) return ["there is no picture"];
    const whole = picture.getBoundingClientRect();
    if (image.naturalWidth !== Math.round(whole.width)) problems.push("its size is not its own");

    const nodes = [...picture.querySelectorAll("g.node")];
    const boxes = nodes.map((node) => ({ id: node.id, rect: node.getBoundingClientRect() }));
    for (const [index, { id, rect }] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const across =
          Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
        const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
        if (across > 1 && down > 1) problems.push(`${id} overlaps ${other.id}`);
      }
    }
    for (const label of picture.querySelectorAll("text, foreignObject")) {
      const rect = label.getBoundingClientRect();
      const words = label.textContent.trim();
      if (words === "" || rect.width === 0) continue;
      const isInside =
        rect.left >= whole.left - 1 &&
        rect.right <= whole.right + 1 &&
        rect.top >= whole.top - 1 &&
        rect.bottom <= whole.bottom + 1;
      if (!isInside) problems.push(`${words} leaves the picture`);
    }
    for (const frame of picture.querySelectorAll("foreignObject")) {
      const content = frame.firstElementChild;
      if (content === null || frame.textContent.trim() === "") continue;
      const room = frame.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(content);
      const needed = range.getBoundingClientRect();
      if (needed.width > room.width + 2 || needed.height > room.height + 2) {
        problems.push(`${frame.textContent.trim()} is cut`);
      }
    }
    return problems;
  }, svg);
}
