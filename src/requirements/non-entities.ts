/** Head nouns that never name a thing a backend would keep. Data, to be extended. */
export const NON_ENTITIES: ReadonlySet<string> = new Set(
  `available open closed pending progress lifecycle eur usd gbp inr person money txt ms key dictionary entity model story glossary rule-set hipaa pci-dss ccpa soc2 hr utc am pm birth full-time part-time cancelled return wrong welcome bye nature zero digit good great barcode working-day username password email phone zip surname slug bio avatar
  makefile folder lug provide people staff-only functional secure efficient quick main ability abuse acceptance access accordance account-management accuracy action activity-level addition
  advance advantage aim algorithm analysis-result anomaly api app application approach area aspect
  attempt authentication authorization availability avenue awareness backend background basis behavior behaviour
  benefit body browser bug button capability care case cause chance change character charge check checkout choice
  cleanup click color colour column combination command comparison compatibility completeness completion
  compliance component concept concern condition confidence confidentiality confirmation conflict
  connection consideration consistency constraint content context contrast control convenience core
  correctness cost count creation criteria criterion currency-symbol current cycle damage dashboard
  data database date day deal decision default degradation degree delay deletion demand dependency
  deployment description design detail detection development deviation difference direction directory
  display drift duplicate duration ease edge edit efficiency effort emergency encoding encryption end endpoint
  environment error everybody everyone everything evidence example exception execution existence exit
  expectation experience expiration export extent face fact failure fashion feature feel field filter
  first flexibility focus following font form-field format frontend function functionality future
  generation goal gui guidance half hand handling head header help hint history home homepage hour id idea
  identifier identity impact implementation import improvement increase indication information infrastructure
  input inspiration instance instruction integration integrity intent interaction interest interface
  internet interval introduction issue-number item-count java javascript json jwt kind knowledge lack
  language last latency layer layout least length less level life limit limitation link
  load loading lock log logic login logout look lot maintenance majority management manner manual
  map-view markup matter maximum mean meaning means measure mechanism medium memory menu method
  metric millisecond mind minimum minute mode moment monitoring month morning more most move multiple
  name navigation necessity need network night non-functional none notation nothing null number object
  objective occurrence offset operation opportunity option order-of outcome output overhead overview
  overview-page own owner-id pace page page-number pagination parameter part parameterization pattern
  peace percent percentage percentile performance period persistence person-month phase piece pixel place
  platform point popularity portion possibility practice precision presence preservation prevention
  priority privacy problem procedure process processing product-name program progress-bar prompt property
  protection protocol purpose quality quantity query-parameter question-mark quickness range rate reach readability
  real reality reason recovery reduction reference regard registration relation relationship reliability
  removal rendering request requirement reset resource response response-time rest restart restriction result
  retention return-value reuse right risk robustness role-based-access root row rule safety sake
  scalability scale scenario scope screen script search second section security selection sense sequence
  sequentiality series server service-level session set setting setup severity shape shell side sign
  sign-in sign-up signup significance site situation size software solution something somewhere sort source space speed
  spring sql stability stack stage standard start state statement status step storage storing string structure style
  submit subset success sum support surface syntax system tab table target technology template-engine term
  test testing text thing third thread threshold time timeframe timestamp timing title today token tomorrow
  tooltip top topic-area total tracking traffic transition transparency transport tree trouble truth
  try turn type ui understanding uniqueness unit update upload uptime url usability usage use use-case
  user-experience user-friendly user-interface user-interaction ux validation validity value variety
  version view visibility visit volume wait warning-sign way web website week while who width window
  wish word work workflow world writing year yesterday zone clutter lot bit click tap mouse keyboard
  delivery-time hassle inconvenience inquiry-mode others anyone someone nobody nothing anything self
  boolean integer float double varchar uuid array char datetime decimal bigint null undefined pair kb mb gb
  mvp nfr sla slo rto rpo p95 p99 cpu ram disk gdpr https http rest tls ssl oauth csv xml html css http-status
  implementation-detail requirement-id mandatory optional required acceptance-criteria`.split(
    /\s+/,
  ),
);

/** Heads that say something about the noun before them: "product information" is about products. */
export const ASPECTS: ReadonlySet<string> = new Set(
  `information detail data list overview history record entry page screen view number name id status type
  date price amount quantity title description property attribute field management registration creation
  deletion update change search query lookup result summary dashboard statistic information level
  count total size time state identifier count list collection set table catalog catalogue database
  listing generation tracking handling processing administration maintenance system module api endpoint
  service component feature functionality interface request response operation access volume limit
  link url confirmation selection location availability stock ownership content body slug info balance editing
  row column submission sending receiving receipt sale display`.split(/\s+/),
);

/** Products, languages, protocols: named in requirements, never kept as rows. */
export const TECHNOLOGIES: ReadonlySet<string> = new Set(
  `postgresql postgres mysql mariadb mongodb redis kafka rabbitmq elasticsearch docker kubernetes java
  javascript typescript python node node.js react angular vue spring django rails express aws azure gcp s3
  stripe paypal razorpay adyen klarna google facebook apple twitter jwt oauth oauth2 tls https http rest graphql grpc json xml csv
  pdf excel html css android ios chrome firefox safari linux windows sql c++17 c++ gcc github gitlab jenkins
  prometheus grafana sentry firebase fcm apns sms smtp ldap saml sso mfa 2fa totp qr gps lambda base62`.split(
    /\s+/,
  ),
);

/** Aspects that may also be a thing of their own. */
export const ASPECT_THINGS: ReadonlySet<string> = new Set(
  `listing submission sale location module catalog catalogue collection record request service form registration`.split(
    /\s+/,
  ),
);
