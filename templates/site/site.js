"use strict";
(function () {
  const root = document.documentElement.dataset.root || "";

  function load(path) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = root + "assets/" + path;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  // Light or dark: the system's choice until somebody chooses.
  const kept = "groundplan-scheme";
  function remembered() {
    try {
      return localStorage.getItem(kept);
    } catch {
      return null;
    }
  }
  function isDark() {
    const chosen = document.documentElement.dataset.scheme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  if (remembered()) document.documentElement.dataset.scheme = remembered();
  document.getElementById("scheme").addEventListener("click", function () {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.scheme = next;
    try {
      localStorage.setItem(kept, next);
    } catch {
      // Without storage the choice holds for this page.
    }
  });

  const menu = document.getElementById("menu");
  menu.addEventListener("click", function () {
    const open = document.body.classList.toggle("menu-open");
    menu.setAttribute("aria-expanded", String(open));
  });

  // Search: the index is loaded when somebody means to search.
  const query = document.getElementById("query");
  const results = document.getElementById("results");
  let index;
  function ready() {
    index ??= Promise.all([load("minisearch.js"), load("search-index.js")]).then(function () {
      return window.MiniSearch.loadJSON(window.groundplanSearch, {
        fields: ["title", "page", "text"],
        storeFields: ["url", "title", "page"],
      });
    });
    return index;
  }
  query.addEventListener("focus", ready);
  query.addEventListener("input", async function () {
    const search = await ready();
    const options = { prefix: true, fuzzy: 0.15, combineWith: "AND", boost: { title: 3, page: 2 } };
    const found = search.search(query.value, options).slice(0, 12);
    results.replaceChildren();
    for (const { url, title, page } of found) {
      const link = document.createElement("a");
      link.href = root + url;
      link.textContent = title;
      const where = document.createElement("small");
      where.textContent = page;
      link.append(where);
      const item = document.createElement("li");
      item.append(link);
      results.append(item);
    }
    if (found.length === 0 && query.value !== "") {
      const item = document.createElement("li");
      item.textContent = "Nothing found";
      results.append(item);
    }
    results.hidden = query.value === "";
  });
  document.addEventListener("keydown", function (event) {
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      query.focus();
    }
    if (event.key === "Escape") results.hidden = true;
  });

  // Diagrams are drawn in the page: the sources are the truth, and need no browser beforehand.
  const figures = [...document.querySelectorAll("figure.diagram")];
  async function drawAll() {
    await Promise.all(["mermaid.min.js", "svg-pan-zoom.min.js", "draw-diagram.js"].map(load));
    window.mermaid.initialize(window.groundplanSettings);
    for (const [position, figure] of figures.entries()) await draw(figure, position);
  }
  async function draw(figure, position) {
    const source = figure.querySelector("pre");
    const canvas = document.createElement("div");
    canvas.className = "canvas";
    canvas.id = "canvas-" + position;
    source.before(canvas);
    try {
      await window.groundplanDraw({
        id: "diagram-" + position,
        text: source.textContent,
        theme: "dark",
        legend: JSON.parse(figure.dataset.legend || "[]"),
        stage: "#" + canvas.id,
      });
      source.remove();
      darken();
      place(canvas, figure);
    } catch {
      canvas.remove();
      figure.classList.add("failed");
    }
  }
  // The dark colours are a style sheet of each picture; paper is light.
  function darken() {
    for (const sheet of document.querySelectorAll(".canvas style.dark")) {
      sheet.setAttribute("media", isDark() ? "screen" : "not all");
    }
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", darken);
  document.getElementById("scheme").addEventListener("click", darken);
  function place(canvas, figure) {
    const svg = canvas.querySelector("svg");
    const box = svg.viewBox.baseVal;
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", figure.getAttribute("aria-label"));
    const width = Math.min(box.width, canvas.clientWidth || box.width);
    const height = Math.min(Math.max((box.height * width) / box.width, 80), innerHeight * 0.8);
    svg.setAttribute("width", "100%");
    svg.setAttribute("height", String(Math.ceil(height)));
    const zoom = window.svgPanZoom(svg, { mouseWheelZoomEnabled: false, maxZoom: 20 });
    const bar = document.createElement("div");
    bar.className = "zoom";
    const actions = [
      ["+", "Zoom in", () => zoom.zoomIn()],
      ["−", "Zoom out", () => zoom.zoomOut()],
      ["⤢", "Fit", () => zoom.resetZoom() && zoom.fit() && zoom.center()],
    ];
    for (const [text, label, act] of actions) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", act);
      bar.append(button);
    }
    figure.append(bar);
    figure.classList.add("drawn");
  }
  if (figures.length > 0) void drawAll();
})();
