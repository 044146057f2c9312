/**
 * Whether a statement bounds how soon something follows from something else ("when a parcel is
 * delivered, … within 30 seconds"), not how long a caller waits.
 */
export function isReaction(text: string): boolean {
  return /^\W*(?:when|whenever|once|after|as soon as|if)\b|\b(?:change data capture|webhooks?|is notified|are notified|no older than)\b/i.test(
    text,
  );
}
