import type { PackLookUp } from '../../core/look-up.ts';
import { useWords } from '../../ui/words.ts';
import { Check } from './choice-group.tsx';
import type { OptionProps } from './option-props.ts';

interface PackOptionsProps extends OptionProps {
  readonly packs: readonly PackLookUp[];
}

/** Which packs are in use. */
export function PackOptions({ settings, onSettings, packs }: PackOptionsProps) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('options_packs')}</h2>
      {packs.map(({ pack }) => (
        <Check
          key={pack.id}
          checked={!settings.packsOff.includes(pack.id)}
          label={pack.title}
          line={t('options_pack_line', pack.publisher, pack.version, pack.licence)}
          onChange={(on) =>
            onSettings((now) => {
              const others = now.packsOff.filter((id) => id !== pack.id);
              return { ...now, packsOff: on ? others : [...others, pack.id] };
            })
          }
        />
      ))}
    </section>
  );
}
