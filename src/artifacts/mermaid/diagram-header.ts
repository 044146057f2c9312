import { visibleText } from "./safe-label.ts";

/** The front matter of a diagram that is laid out by ELK in the package's one look. */
export function graphHeader(title: string, primary: "plain" | "blue"): readonly string[] {
  const [fill, text, border] =
    primary === "plain" ? ["#ffffff", "#16202c", "#5b6b7d"] : ["#dbeafe", "#10243e", "#2563eb"];
  return [
    "---",
    titleLine(title),
    "config:",
    "  layout: elk",
    "  look: classic",
    "  theme: base",
    `  fontFamily: "Inter, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"`,
    "  themeVariables:",
    `    fontSize: ${primary === "plain" ? 14 : 13}px`,
    `    primaryColor: "${fill}"`,
    `    primaryTextColor: "${text}"`,
    `    primaryBorderColor: "${border}"`,
    '    lineColor: "#5b6b7d"',
    '    clusterBkg: "#f6f8fa"',
    '    clusterBorder: "#b6c2cf"',
    '    titleColor: "#2f3b4a"',
    '    edgeLabelBackground: "#ffffff"',
    ...(primary === "plain" ? FLOWCHART_SPACING : []),
    "---",
  ];
}

/** The front matter of a sequence diagram in the same look. */
export function sequenceHeader(title: string): readonly string[] {
  return [
    "---",
    titleLine(title),
    "config:",
    "  look: classic",
    "  theme: base",
    `  fontFamily: "Inter, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"`,
    "  themeVariables:",
    '    actorBkg: "#dbeafe"',
    '    actorBorder: "#2563eb"',
    '    actorTextColor: "#10243e"',
    '    signalColor: "#3b4a5a"',
    '    signalTextColor: "#16202c"',
    '    noteBkgColor: "#fef9c3"',
    '    noteBorderColor: "#ca8a04"',
    '    labelBoxBkgColor: "#f6f8fa"',
    '    sequenceNumberColor: "#ffffff"',
    "  sequence:",
    "    mirrorActors: false",
    "    showSequenceNumbers: true",
    "    messageMargin: 28",
    "    actorMargin: 36",
    "---",
  ];
}

const FLOWCHART_SPACING: readonly string[] = [
  "  flowchart:",
  "    nodeSpacing: 40",
  "    rankSpacing: 70",
  "    padding: 12",
  "    wrappingWidth: 190",
  "    curve: basis",
];

/** A title is YAML and then text in the picture: JSON quoting holds the one, look-alikes the other. */
function titleLine(title: string): string {
  const text = visibleText(title)
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .replaceAll("%%", "％％")
    .replaceAll("$$", "＄＄")
    .replaceAll("@{", "＠{")
    .replace(/(?<=\b(?:https?|ftp|file|data|javascript|vbscript|themeCSS)["']?\s*):/gi, "∶");
  return `title: ${JSON.stringify(text)}`;
}
