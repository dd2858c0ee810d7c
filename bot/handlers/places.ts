import type { Leave } from './one-at-a-time.ts';

/** A few at once, and fewer of one person. Undefined: there is no place left. */
export const places = ({ inAll, each }: { readonly inAll: number; readonly each: number }) => {
  const held: string[] = [];
  return (person: string): Leave | undefined => {
    if (held.length >= inAll || held.filter((one) => one === person).length >= each) return undefined;
    held.push(person);
    let left = false;
    return () => {
      if (!left) held.splice(held.indexOf(person), 1);
      left = true;
    };
  };
};
