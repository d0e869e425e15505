import { useEffect, useState } from 'preact/hooks';
import { canChangeKeys, findKeys, type KeyOfCommand, openKeySettings } from '../../browser/keys.ts';
import { useWords } from '../../ui/words.ts';

/** The keys in force and where to change them; left out where the browser has none (Android). */
export function KeyOptions() {
  const { t } = useWords();
  const [keys, setKeys] = useState<readonly KeyOfCommand[]>([]);
  useEffect(() => {
    const life = new AbortController();
    const read = (): void => void findKeys().then(setKeys);
    read();
    // Back from the browser's own page, where they may have been changed.
    for (const type of ['focus', 'visibilitychange']) addEventListener(type, read, { signal: life.signal });
    return () => life.abort();
  }, []);
  if (keys.length === 0) return null;
  return (
    <section>
      <h2>{t('options_keys')}</h2>
      <dl class="keys">
        {keys.map(({ command, keys: pressed }) => (
          <div key={command}>
            <dt>{t(`command_${command.replaceAll('-', '_')}`)}</dt>
            <dd>
              {pressed === '' ? (
                <span class="fine">{t('options_no_key')}</span>
              ) : (
                <kbd dir="ltr">{pressed}</kbd>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="fine">{t('options_keys_page')}</p>
      {canChangeKeys() && (
        <p>
          <button type="button" onClick={() => void openKeySettings()}>
            {t('options_change_keys')}
          </button>
        </p>
      )}
    </section>
  );
}
