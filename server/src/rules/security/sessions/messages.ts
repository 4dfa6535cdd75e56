/** What a program keeps for the next page only. */
const message =
  /^(?:success|errors?|messages?|msgs?|flash|info|warnings?|notices?|alerts?|toasts?|returnTo|redirectTo|redirectUrl|backUrl|next)$/i;
const use = /\bsession(?:\?\.|\.)(\w{1,40})(?!\w|\s{0,4}\()/g;
const signIn = /passport|log-?in|sign-?in/i;

/** Whether a file shows what its sessions are for, and it is what is said on the next page: they sign nobody in. */
export function keepsMessagesOnly(text: string): boolean {
  const kept = [...text.matchAll(use)].map(([, name = '']) => name);
  return kept.length > 0 && kept.every((name) => message.test(name)) && !signIn.test(text);
}
