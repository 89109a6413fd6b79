interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  options: { value: T; label: string; hint?: string }[];
  chosen: T;
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ legend, name, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{legend}</legend>
      <div className="mt-1.5 space-y-2">
        {options.map(({ value, label, hint }) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-3 rounded-xl border border-slate-500 px-3 py-2 text-sm has-checked:border-blue-600 has-checked:bg-blue-50"
          >
            <input
              type="radio"
              name={name}
              className="size-5 shrink-0 accent-blue-600"
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>
              <span className="font-semibold">{label}</span>
              {hint && <span className="block text-slate-600">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
