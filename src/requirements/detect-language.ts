import { FUNCTION_WORDS } from "./function-words.ts";
import { IMPERATIVES } from "./imperatives.ts";

const ENOUGH_WORDS = 40;
/** English prose has 35-50 % of these words, terse bullets still 10 %; other languages share few. */
const ENGLISH_SHARE = 0.05;
const SAMPLE = 200_000;

/** Whether the prose of a text is English: by its script and the share of English function words. */
export function detectLanguage(text: string): "en" | "other" {
  const letters = text.slice(0, SAMPLE).match(/\p{L}+/gu) ?? [];
  const total = letters.reduce((sum, word) => sum + word.length, 0);
  const latin = letters.filter((word) => /^\p{Script=Latin}+$/u.test(word));
  const latinLength = latin.reduce((sum, word) => sum + word.length, 0);
  if (total >= 20 && latinLength < total * 0.6) return "other";
  if (latin.length < ENOUGH_WORDS) return foreignWords(latin) ? "other" : "en";
  const english = latin.filter((word) => DISTINCT.has(word.toLowerCase())).length;
  return english >= latin.length * ENGLISH_SHARE && english >= foreignCount(latin) ? "en" : "other";
}

/** Function words that other European languages write the same way do not count. */
const SHARED = new Set(
  "a an in on so do me he we as at no up i all am was will has hat who etc are per via here want than also same the"
    .split(" ")
    .filter((word) => word !== "the"),
);
const DISTINCT: ReadonlySet<string> = new Set(
  [
    ...FUNCTION_WORDS,
    ...IMPERATIVES,
    "user",
    "users",
    "system",
    "page",
    "data",
    "list",
    "customer",
    "customers",
  ].filter((word) => !SHARED.has(word)),
);
const FOREIGN: ReadonlySet<string> = new Set(
  `der die das und ist nicht mit von für auf ein eine einer den dem des sich als auch wird werden kann muss ich zu im
  le la les des et est une dans pour que qui sur avec pas ne au aux du ses je peut doit être
  el los las y es un por con para una del se lo como más puede debe como quiero que al
  il gli di che è per un una con non sono della del dei come deve può
  o os um uma não do da em ao dos como deve pode quero
  het een van niet voor met zijn aan ook kan moet als ik wil en op te dat`.split(/\s+/),
);

function foreignCount(words: readonly string[]): number {
  return words.filter(
    (word) => FOREIGN.has(word.toLowerCase()) && !FUNCTION_WORDS.has(word.toLowerCase()),
  ).length;
}

/** In a short text only clear evidence counts. */
function foreignWords(words: readonly string[]): boolean {
  const english = words.filter((word) => DISTINCT.has(word.toLowerCase())).length;
  const foreign = foreignCount(words);
  return foreign >= 3 && foreign > english * 2;
}
