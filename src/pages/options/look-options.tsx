import { useId } from 'preact/hooks';
import { LANGUAGES, type Settings } from '../../core/settings.ts';
import { useWords } from '../../ui/words.ts';
import { ChoiceGroup, Percent } from './choice-group.tsx';
import type { OptionProps } from './option-props.ts';

const APPEARANCES: readonly Settings['appearance'][] = ['page', 'light', 'dark'];

/** How the card and these pages look, and in which language they speak. */
export function LookOptions({ settings, onSettings }: OptionProps) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('options_look')}</h2>
      <ChoiceGroup
        legend={t('options_appearance')}
        value={settings.appearance}
        choices={APPEARANCES.map((value) => ({ value, label: t(`options_appearance_${value}`) }))}
        onChange={(appearance) => onSettings((now) => ({ ...now, appearance }))}
      />
      <Percent
        label={t('options_font')}
        value={settings.fontSize}
        least={80}
        most={200}
        onChange={(fontSize) => onSettings((now) => ({ ...now, fontSize }))}
      />
      <Percent
        label={t('options_width')}
        value={settings.cardWidth}
        least={80}
        most={160}
        onChange={(cardWidth) => onSettings((now) => ({ ...now, cardWidth }))}
      />
      <LanguageChoice settings={settings} onSettings={onSettings} />
    </section>
  );
}

function LanguageChoice({ settings, onSettings }: OptionProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <p class="percent">
      <label for={id}>{t('options_language')}</label>
      <select
        id={id}
        value={settings.language}
        onChange={(event) => {
          const language = LANGUAGES.find((one) => one === event.currentTarget.value) ?? 'browser';
          onSettings((now) => ({ ...now, language }));
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} selected={language === settings.language}>
            {language === 'browser' ? t('options_language_browser') : nameOf(language)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Each language by its own name, so that its readers find it. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
