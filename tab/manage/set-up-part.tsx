import { Channels } from './channels.tsx';
import { ClosingPart } from './closing-part.tsx';
import { Organisations } from './organisations.tsx';
import { Practical } from './practical.tsx';
import { Purpose } from './purpose-form.tsx';
import type { AtDesk } from './use-set-up.ts';

export function SetUpPart({ at }: { readonly at: AtDesk }) {
  return (
    <>
      <Purpose at={at} />
      <Organisations at={at} />
      <Practical at={at} />
      <Channels at={at} />
      <ClosingPart at={at} />
    </>
  );
}
