import { readEndpoint } from "./read-endpoint.ts";
import { readStoryFrame } from "./read-story-frame.ts";

const MODAL =
  /\b(?:shall|must|should|will|needs? to|has to|have to|may|can|cannot|can['’]t|could|is (?:required|expected|able|allowed|not allowed)|are (?:required|expected|able|allowed|not allowed))\b/i;
const DEMAND =
  /\b(?:allows?|enables?|supports?|provides?|lets?|(?:we|users?|customers?|they|I) (?:need|want|would like)|ensures?|requires?)\b/i;
const EARS = /^(?:when|while|if|where|whenever|given)\b.+,\s+/i;
const NUMBER =
  /\d\s*(?:%|ms\b|s\b|seconds?\b|minutes?\b|hours?\b|days?\b|users?\b|requests?\b|rps\b|[GTMK]B\b|k\b|million\b)/i;
const LIFECYCLE =
  /\w\s*(?:→|⇒|->|=>)\s*\w|^\W*(?:\p{L}+\s)?(?:status(?:es)?|states?|lifecycle)\W*:\s*\p{L}+,/iu;
/** "A transfer is initiated, settled or rejected": the states of a thing. */
const STATES =
  /^(?:an?|each|every) [\p{L} -]{2,40} (?:is|can be) \p{L}[\p{L} -]{2,24}(?:, ?\p{L}[\p{L} -]{2,24})+,? or \p{L}[\p{L} -]{2,24}\.?$/iu;
const RECORDS = /\bwe (?:also )?(?:record|store|keep|hold|track)\b/i;
const ABOUT_THE_TEXT =
  /^(?:this|the following|these|the) (?:document|section|chapter|specification|table|list|page|criteria|sections)\b/i;

/** Whether a sentence of running text asks for something: a story, a rule, a number, an endpoint. */
export function isStatement(sentence: string): boolean {
  if (readStoryFrame(sentence) !== undefined || readEndpoint(sentence) !== undefined) return true;
  if (ABOUT_THE_TEXT.test(sentence) || sentence.split(" ").length < 3) return false;
  if (LIFECYCLE.test(sentence) || STATES.test(sentence) || RECORDS.test(sentence)) return true;
  if (sentence.endsWith(":") && !/\b(?:shall|must)\b/i.test(sentence)) return false;
  return (
    MODAL.test(sentence) || DEMAND.test(sentence) || EARS.test(sentence) || NUMBER.test(sentence)
  );
}
