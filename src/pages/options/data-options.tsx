import { useEffect, useState } from 'preact/hooks';
import { changeSettings, measureStorage } from '../../browser/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import {
  compareSettings,
  MAX_FILE_BYTES,
  type ReadFile,
  readSettingsFile,
  writeSettingsFile,
} from '../../core/settings-file.ts';
import { useWords, type Words } from '../../ui/words.ts';
import { ChangePreview } from './change-preview.tsx';
import { FileButton } from './file-button.tsx';

const FILE_NAME = 'sidelight-settings.json';

/** Everything as one file, out and in; back to the beginning; how much room it takes. */
export function DataOptions({ settings }: { readonly settings: Settings }) {
  const words = useWords();
  const { t } = words;
  const [wanted, setWanted] = useState<{ settings: Settings; isReset: boolean }>();
  const [said, setSaid] = useState('');
  const put = (next: Settings, key: string): void =>
    void changeSettings(() => next).then((isStored) => {
      setWanted(undefined);
      setSaid(t(isStored ? key : 'options_not_stored'));
    });
  const take = (file: File): void =>
    void readFile(file).then((read) => {
      setWanted('settings' in read ? { settings: read.settings, isReset: false } : undefined);
      setSaid('settings' in read ? '' : faultText(read, words));
    });
  return (
    <section>
      <h2>{t('options_data')}</h2>
      <p class="fine">{t('options_data_line')}</p>
      <p class="buttons">
        <button type="button" onClick={() => download(writeSettingsFile(settings))}>
          {t('options_export')}
        </button>
        <FileButton label={t('options_import')} accept="application/json,.json" onFile={take} />
        <button type="button" onClick={() => setWanted({ settings: DEFAULT_SETTINGS, isReset: true })}>
          {t('options_reset')}
        </button>
      </p>
      {wanted && (
        <ChangePreview
          changes={compareSettings(settings, wanted.settings)}
          isReset={wanted.isReset}
          onTake={() => put(wanted.settings, wanted.isReset ? 'options_was_reset' : 'options_was_imported')}
          onLeave={() => setWanted(undefined)}
        />
      )}
      <p role="status" class="said">
        {said}
      </p>
      <StorageUse settings={settings} />
    </section>
  );
}

function StorageUse({ settings }: { readonly settings: Settings }) {
  const { t, language } = useWords();
  const [bytes, setBytes] = useState<number>();
  useEffect(() => void measureStorage().then(setBytes), [settings]);
  if (bytes === undefined) return null;
  return <p class="fine">{t('options_storage', new Intl.NumberFormat(language).format(bytes))}</p>;
}

/** A file far too large is not even read; one that went away meanwhile cannot be. */
async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MAX_FILE_BYTES) return { fault: 'too-large' };
  try {
    return readSettingsFile(await file.text());
  } catch {
    return { fault: 'unreadable' };
  }
}

function faultText(read: Exclude<ReadFile, { settings: Settings }>, { t }: Words): string {
  const why =
    read.fault === 'bad-fields'
      ? t('options_fault_bad_fields', read.fields.slice(0, 5).join(', '))
      : t(`options_fault_${read.fault.replaceAll('-', '_')}`);
  return t('options_nothing_changed', why);
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}
