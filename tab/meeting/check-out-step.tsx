import { useMeetingWords } from './meeting-words.ts';

/** What the check-out asks, and what is shown of it (method.md, C1 and C2). */
export function CheckOutStep() {
  const words = useMeetingWords();
  return (
    <section className="card">
      <p className="total">{words('checkout.about')}</p>
      <p>{words('checkout.shown')}</p>
    </section>
  );
}
