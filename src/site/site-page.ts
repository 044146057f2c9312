/** Where a page stands in the navigation. */
export type SiteGroup = "Start" | "Documents" | "Decisions" | "API" | "Data" | "Diagrams" | "Files";

/** More pages of a group than this make the navigation too long; then their index is enough. */
export const MOST_LISTED = 40;

/** A page before it is put into the layout. */
export interface SitePage {
  /** Below the site, with `/`: its address, which stays while what it is about stays. */
  readonly path: string;
  readonly title: string;
  readonly group: SiteGroup;
  /** Whether the navigation lists it; others are reached from pages that it lists. */
  readonly listed: boolean;
  readonly body: string;
  /** Files below the site that the page loads besides those of the layout. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** The page brings its own look for what stands in it. */
  readonly bare?: boolean;
}

/** One file of the site. */
export interface SiteFile {
  readonly path: string;
  readonly content: string;
}
