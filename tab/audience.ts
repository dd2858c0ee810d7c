import type { Say } from './words.ts';

/** Who is asked, in words. */
export function audienceOf(roles: readonly ('leader' | 'employee')[], say: Say): string {
  if (roles.length > 1) return say('audience.both');
  return say(roles[0] === 'employee' ? 'audience.employees' : 'audience.leaders');
}
