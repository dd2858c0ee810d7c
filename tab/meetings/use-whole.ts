import { type SyntheticEvent, useState } from 'react';
import type { Form } from '../manage/use-form.ts';

/** Sends a form only where every field that must be is filled in. `missing`: one was not. */
export function useWhole<Value>(form: Form<Value>, isWhole: (value: Value) => boolean) {
  const [missing, setMissing] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const whole = isWhole(form.value);
    setMissing(!whole);
    if (whole) form.save();
  };
  return { submit, missing: missing && !isWhole(form.value) };
}
