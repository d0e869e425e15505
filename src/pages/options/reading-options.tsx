import type { Density, Pace } from '../../core/settings.ts';
import { useWords } from '../../ui/words.ts';
import { Check, ChoiceGroup } from './choice-group.tsx';
import type { OptionProps } from './option-props.ts';

const PACES: readonly Pace[] = ['calm', 'normal', 'fast', 'keys'];
const DENSITIES: readonly Density[] = ['section', 'page', 'all'];

/** What is marked, and how a card opens. */
export function ReadingOptions({ settings, onSettings }: OptionProps) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('options_reading')}</h2>
      <ReadingPace settings={settings} onSettings={onSettings} />
      <ChoiceGroup
        legend={t('options_density')}
        value={settings.density}
        choices={DENSITIES.map((value) => ({ value, label: t(`options_density_${value}`) }))}
        onChange={(density) => onSettings((now) => ({ ...now, density }))}
      />
      <Check
        checked={settings.showMinor}
        label={t('options_minor')}
        line={t('options_minor_line')}
        onChange={(showMinor) => onSettings((now) => ({ ...now, showMinor }))}
      />
      <Check
        checked={settings.markHeadings}
        label={t('options_headings')}
        onChange={(markHeadings) => onSettings((now) => ({ ...now, markHeadings }))}
      />
    </section>
  );
}

/** How long the pointer rests before a card opens. */
export function ReadingPace({ settings, onSettings }: OptionProps) {
  const { t } = useWords();
  return (
    <ChoiceGroup
      legend={t('options_pace')}
      value={settings.pace}
      choices={PACES.map((value) => ({
        value,
        label: t(`options_pace_${value}`),
        line: t(`options_pace_${value}_line`),
      }))}
      onChange={(pace) => onSettings((now) => ({ ...now, pace }))}
    />
  );
}
