/** Mermaid's configuration of every page that draws: what a text may not set itself stands in `secure`. */
export const DRAWING_SETTINGS = {
  startOnLoad: false,
  securityLevel: "strict" as const,
  suppressErrorRendering: true,
  deterministicIds: true,
  deterministicIDSeed: "groundplan",
  handDrawnSeed: 1,
  // The rest of the list is Mermaid's own.
  secure: [
    "secure",
    "securityLevel",
    "startOnLoad",
    "maxTextSize",
    "suppressErrorRendering",
    "maxEdges",
    "themeCSS",
    "dompurifyConfig",
    "deterministicIds",
    "deterministicIDSeed",
    "handDrawnSeed",
  ],
};
