const ROLE =
  /^(?:captain|leader|officer|substitute|deputy|referee|umpire|moderator|host|chair|assignee|reviewer|approver|team lead|co-?leader|handler|organi[sz]er)$/;

/** Whether a singular word says what somebody is to one thing; who it is, is on record already. */
export function isRoleWord(word: string): boolean {
  return ROLE.test(word);
}
