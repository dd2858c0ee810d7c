import { useManageWords } from './manage-words.ts';

/** Said while somebody types more than is kept; the server refuses it all the same. */
export function TooLong({ text, most, id }: { readonly text: string; readonly most: number; readonly id: string }) {
  const words = useManageWords();
  const { length } = text.trim();
  return (
    <span className="wrong" id={id} aria-live="polite">
      {length > most && words('form.tooLong', { most, length })}
    </span>
  );
}
