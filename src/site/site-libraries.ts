/** Files of installed packages that the pages load, by the name that they get in `assets/`. */
export const siteLibraries: Readonly<Record<string, string>> = {
  "mermaid.min.js": "mermaid/dist/mermaid.min.js",
  "minisearch.js": "minisearch/dist/umd/index.js",
  "svg-pan-zoom.min.js": "svg-pan-zoom/dist/svg-pan-zoom.min.js",
  "swagger-ui-bundle.js": "swagger-ui-dist/swagger-ui-bundle.js",
  "swagger-ui.css": "swagger-ui-dist/swagger-ui.css",
};
