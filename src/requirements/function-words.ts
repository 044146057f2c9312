/** The English function words by which the language is told, and which no id keeps. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but nor so if then else of to in on at by for from with without within into onto
  over under between through during before after about against as than that this these those which who
  whom whose what when where why how is are was were be been being am do does did done has have had
  having can could may might must shall should will would not no it its they them their he she his her
  we us our you your i my me all any each every some such other more most also only own same up out off
  per via etc there here both either neither while until because since able want wants need needs like`.split(
    /\s+/,
  ),
);
