import { useId } from 'preact/hooks';

interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly line?: string;
}

interface ChoiceGroupProps<T> {
  readonly legend: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

/** One of several, all in sight. */
export function ChoiceGroup<T extends string>({ legend, value, choices, onChange }: ChoiceGroupProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.line !== undefined && <span class="fine"> {choice.line}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly label: string;
  readonly line?: string;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Check({ checked, label, line, onChange }: CheckProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {line !== undefined && <span class="fine"> {line}</span>}
      </span>
    </label>
  );
}

interface PercentProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

const STEP_PERCENT = 10;

/** A size in percent of the normal one. */
export function Percent({ label, value, least, most, onChange }: PercentProps) {
  const id = useId();
  return (
    <p class="percent">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={STEP_PERCENT}
        value={value}
        aria-valuetext={`${value} %`}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output for={id}>{value} %</output>
    </p>
  );
}
