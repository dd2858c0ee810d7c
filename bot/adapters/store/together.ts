type Waiting<In, Out> = { readonly item: In; readonly resolve: (out: Out) => void; readonly reject: (fault: unknown) => void };

/**
 * Does single things together: what arrives while `atOnce` calls of `work` are under way waits, and goes with the next one, at most
 * `most` at a time. Nothing waits for company. `work` answers in the order it was given; where it throws, everybody in that call hears it.
 */
export const together = <In, Out>(
  work: (items: readonly In[]) => Promise<readonly Out[]>,
  { most, atOnce }: { readonly most: number; readonly atOnce: number },
): ((item: In) => Promise<Out>) => {
  const waiting: Waiting<In, Out>[] = [];
  let under = 0;

  const next = async (): Promise<void> => {
    const group = waiting.splice(0, most);
    under += 1;
    try {
      const outs = await work(group.map(({ item }) => item));
      if (outs.length !== group.length) throw new Error(`${group.length} things were to be done together, ${outs.length} were`);
      group.forEach(({ resolve }, place) => {
        resolve(outs[place] as Out);
      });
    } catch (fault) {
      for (const { reject } of group) reject(fault);
    } finally {
      under -= 1;
      start();
    }
  };
  const start = (): void => {
    if (waiting.length > 0 && under < atOnce) void next();
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      start();
    });
};
