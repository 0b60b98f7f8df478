import { COMMON } from '@/lib/messages/common';

/** One choice of a filter that is sent with its form. `any` is the word for no choice, «همه» unless told; null leaves it out. */
export function FilterSelect({
  name,
  label,
  value,
  options,
  any = COMMON.all,
  className,
}: {
  name: string;
  label: string;
  value: string | null | undefined;
  options: readonly (readonly [value: string, label: string])[];
  any?: string | null;
  className?: string;
}) {
  return (
    <label className={className}>
      <span>{label}</span>
      <select key={value} className="input" name={name} defaultValue={value ?? ''}>
        {any !== null && <option value="">{any}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
