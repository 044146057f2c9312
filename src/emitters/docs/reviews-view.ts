import type { Design } from "../../design/design.ts";

/** What the template of reviews needs; nothing where nobody reviewed. */
export function reviewsView({ system }: Design): object | undefined {
  if (system.reviews.length === 0) return undefined;
  return {
    title: system.title,
    reviews: system.reviews.map(({ name, reviewer, summary, findings }) => ({
      name,
      reviewer,
      summary,
      findings,
    })),
  };
}
