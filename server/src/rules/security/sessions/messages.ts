/** What a program keeps for the next page only. */
const message =
  /^(?:success|errors?|messages?|msgs?|flash|info|warnings?|notices?|alerts?|toasts?|returnTo|redirectTo|redirectUrl|backUrl|next)$/i;
const use = /\bsession(?:\?\.|\.)(\w{1,40})(?!\w|\s{0,4}\()/g;

/**
 * Whether a session signs nobody in: people are known by what basic authentication sends with each request, and all
 * that the file keeps in sessions is what it says on the next page.
 */
export function keepsMessagesOnly(text: string): boolean {
  if (!/basic-?auth/i.test(text) || /passport/i.test(text)) return false;
  const kept = [...text.matchAll(use)].map(([, name = '']) => name);
  return kept.length > 0 && kept.every((name) => message.test(name));
}
