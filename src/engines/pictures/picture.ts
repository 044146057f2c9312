export type PictureFormat = "svg" | "png" | "pdf";

/**
 * `auto` is light, and dark where the reader's system is (`prefers-color-scheme`); pixels and paper
 * cannot choose and take it as light.
 */
export type PictureTheme = "auto" | "light" | "dark";

/** A sign of a diagram and what it means. */
export interface LegendSign {
  readonly label: string;
  readonly shape: "box" | "arrow";
  readonly fill: string;
  readonly stroke: string;
  readonly isDashed: boolean;
}

/** A Mermaid text to draw. It may come from anybody. */
export interface PictureSource {
  /** Unique among those drawn together; gives the ids inside the picture. */
  readonly name: string;
  readonly text: string;
  /** Drawn under it. */
  readonly legend?: readonly LegendSign[];
}

export interface Picture {
  readonly name: string;
  readonly format: PictureFormat;
  readonly content: string | Uint8Array;
}
