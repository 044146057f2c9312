import { compoundThing } from "../../requirements/compound-thing.ts";

/** Heads of phrases that name no thing a backend keeps: the product itself, screens, qualities, quantities. */
const HEADS = new Set(
  (
    "system platform application app software program product-team project solution website site page screen view " +
    "button link click menu dropdown popup modal layout font color colour contrast theme interface ui ux dashboard " +
    "browser tab window icon keyboard mouse zoom cursor tooltip " +
    "ability functionality feature functionalities function option possibility way means manner case example scenario purpose goal aim reason " +
    "need requirement expectation criterion standard principle approach process procedure operation operations task-force workflow step stage phase " +
    "time day week month year hour minute second moment date period deadline start end beginning peak " +
    "amount number quantity total size length count percentage percentile rate level range limit minimum maximum average majority rest part share " +
    "data information info detail content input output result value field attribute property parameter type kind format name title text word string " +
    "list overview history access control permission right use usage user-friendliness usability performance quality security safety privacy reliability availability scalability " +
    "efficiency accuracy consistency integrity uniqueness durability resilience flexibility ease responsiveness compatibility " +
    "error bug failure problem issue-free mistake fault exception loss risk delay latency downtime throughput load traffic capacity concurrency " +
    "api endpoint url request response header body json xml html http https protocol rest graphql authentication authorization authorisation login logout sign-on sign-in registration signup jwt oauth " +
    "credential password token encryption hash backend frontend server client-side database db table schema index query cache memory cpu disk storage cloud cluster node region zone kubernetes docker " +
    "language java javascript typescript python c++ c++17 gcc library framework component code source-code class directory folder makefile " +
    "line-of-code algorithm implementation integration deployment development maintenance testing test documentation design architecture infrastructure technology stack " +
    "team engineer developer stakeholder business company organization organisation market audience world somebody someone everybody everyone nobody anyone anybody other others people person-day " +
    "thing something anything everything nothing what which who whom it them one two mind hand place area side point view-point overview idea " +
    "work effort money fraud gift legal-issue trust help support attention behavior behaviour performance-review experience interest knowledge understanding decision change update improvement action choice " +
    "status state condition situation magnitude basis set group-of pair couple bit lot line first-line service catalogue catalog variety pagination filter search sort crud current-user " +
    "statistics statistic dim fact stream queue redeliver path figure on world phone-call mail font-size order-by return required optional word million billion thousand percent provider term score signature factor balance sum decline revenue turnover e-mail-address email-address"
  ).split(" "),
);

/** A line alone says nothing; an order line is a row. */
const LINE_OF = /^(?:order|invoice|journal|bill|receipt|delivery|shipment|quote|cart|offer) line$/;

/** Whether a phrase (lower case, singular) cannot be the name of something that is kept. */
export function isNotAnEntity(phrase: string): boolean {
  const words = phrase.split(/\s+/);
  const head = words.at(-1) ?? "";
  if (words.length > 3 || phrase.length > 40 || phrase.length < 3) return true;
  if (!/^[a-z][a-z /-]*$/.test(phrase)) return true;
  if (compoundThing(phrase) !== undefined) return false;
  if (words.length === 2 && LINE_OF.test(phrase)) return false;
  return HEADS.has(head) || HEADS.has(words.join("-"));
}
