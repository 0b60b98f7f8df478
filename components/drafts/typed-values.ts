export type TypedValues = Readonly<Record<string, readonly string[]>>;

const NEVER_KEPT = /password|secret|token/i;

/**
 * What stands in the fields of a form that people fill in, by name; of the hidden ones only the files that have arrived.
 *
 * @param which `now`, or as the form was `drawn`, before anybody touched it
 */
export function typedValues(form: HTMLFormElement, which: 'now' | 'drawn' = 'now'): TypedValues {
  const values: Record<string, string[]> = {};
  const keep = (name: string, value: string) => (values[name] ??= []).push(value);
  for (const element of form.elements) {
    if (element instanceof HTMLTextAreaElement) {
      if (element.name !== '') keep(element.name, which === 'now' ? element.value : element.defaultValue);
    } else if (element instanceof HTMLSelectElement) {
      const drawn = [...element.options].find((option) => option.defaultSelected)?.value ?? '';
      if (element.name !== '') keep(element.name, which === 'now' ? element.value : drawn);
    } else if (element instanceof HTMLInputElement) {
      const { name, type } = element;
      if (name === '' || NEVER_KEPT.test(name) || ['password', 'file', 'submit', 'button'].includes(type)) continue;
      if (type === 'hidden' && name !== 'uploads[]') continue;
      if (type !== 'checkbox' && type !== 'radio') keep(name, which === 'now' ? element.value : element.defaultValue);
      else if (which === 'now' ? element.checked : element.defaultChecked) keep(name, element.value);
    }
  }
  return values;
}
