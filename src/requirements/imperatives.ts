/** Verbs that begin a bullet as an order: "Filter products by price". */
export const IMPERATIVES: ReadonlySet<string> = new Set(
  `accept access acknowledge assess ban claim end evaluate initiate issue raise replay report spend start transition unban unmute activate add allow apply approve archive assign authenticate authorize block book
  browse buy calculate cancel categorize change chat check checkout choose clone close collect comment
  compare complete compute configure confirm connect contact convert copy create deactivate decline
  define delete deliver deploy detect disable display download edit email enable encrypt enforce
  enroll ensure enter estimate export favorite filter find flag follow forward generate get give grant
  handle hide import include inform integrate invite issue join keep label leave like limit link list load
  lock log login logout maintain make manage mark match merge message moderate modify monitor move mute
  notify offer open order organize pause pay pick pin place plan post prevent print process prompt
  protect provide publish purchase query rate read rebook receive recommend record recover redeem refund
  register reject release remind remove rename renew reorder reply report request require reschedule
  reserve reset resolve restore restrict resume retain retrieve return review revoke save scan schedule
  search see select sell send set share ship show sign sort split start stop store submit subscribe
  suggest support suspend switch sync tag take track transfer translate unassign unblock unfavorite
  unfollow unlock unsubscribe update upgrade upload use validate verify view vote withdraw write`.split(
    /\s+/,
  ),
);
