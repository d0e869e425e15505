import { useEffect, useState } from 'preact/hooks';
import { isWithoutPacks } from '../../browser/added-packs.ts';
import { readSettings } from '../../browser/page-api.ts';
import { changeSettings, measureStorage } from '../../browser/settings-store.ts';
import type { AddedPack } from '../../core/added-packs.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import {
  comparePacks,
  compareSettings,
  type FileFault,
  MAX_FILE_BYTES,
  type ReadFile,
  readSettingsFile,
  writeSettingsFile,
} from '../../core/settings-file.ts';
import { useWords, type Words } from '../../ui/words.ts';
import { ChangePreview } from './change-preview.tsx';
import { FileButton } from './file-button.tsx';
import { gatherPacks, NONE_READY, type ReadyPacks, readyPacks, takePacks } from './saved-packs.ts';
import { usePackList } from './use-pack-list.ts';

/** What is to take the place of everything; Packs stay as they are where they are left out. */
interface Wanted {
  readonly settings: Settings;
  readonly packs?: ReadyPacks;
  readonly isReset: boolean;
}

const WHOLE_RESET: Wanted = {
  settings: DEFAULT_SETTINGS,
  ...(!isWithoutPacks && { packs: NONE_READY }),
  isReset: true,
};
const FILE_NAME = 'sidelight-settings.json';

/** Everything as one file, out and in; back to the beginning; how much room it takes. */
export function DataOptions({ settings }: { readonly settings: Settings }) {
  const words = useWords();
  const { t } = words;
  const { packs } = usePackList();
  const [wanted, setWanted] = useState<Wanted>();
  const [said, setSaid] = useState('');
  // What is said of Packs where they are out of reach, whatever else is said.
  const left = isWithoutPacks ? t('options_packs_left') : '';
  const offer = (next: Wanted | undefined): void => {
    wanted?.packs?.leave();
    setWanted(next);
    setSaid(next ? left : '');
  };
  const put = (next: Wanted): void =>
    void putAll(settings, next).then((isStored) => {
      setWanted(undefined);
      const done = t(next.isReset ? 'options_was_reset' : 'options_was_imported');
      setSaid(isStored ? `${done} ${left}`.trim() : t('options_not_stored'));
    });
  const take = (file: File): void => {
    offer(undefined);
    // Packs in the file are checked first, which may take some seconds.
    setSaid(t('packs_phase_reading'));
    void readFile(file).then((read) => {
      setWanted('settings' in read ? read : undefined);
      setSaid('settings' in read ? left : faultText(read, words));
    });
  };
  const save = (): void =>
    void saveAll().then(
      () => setSaid(left),
      () => setSaid(t('options_not_stored')),
    );
  return (
    <section>
      <h2>{t('options_data')}</h2>
      <p class="fine">{t('options_data_line')}</p>
      <p class="buttons">
        <button type="button" onClick={save}>
          {t('options_export')}
        </button>
        <FileButton label={t('options_import')} accept="application/json,.json" onFile={take} />
        <button type="button" onClick={() => offer(WHOLE_RESET)}>
          {t('options_reset')}
        </button>
      </p>
      {wanted && (
        <ChangePreview
          changes={[
            ...compareSettings(settings, wanted.settings),
            ...(wanted.packs ? comparePacks(packs, wanted.packs.packs) : []),
          ]}
          isReset={wanted.isReset}
          onTake={() => put(wanted)}
          onLeave={() => offer(undefined)}
        />
      )}
      <p role="status" class="said">
        {said}
      </p>
      <StorageUse settings={settings} packs={packs} />
    </section>
  );
}

/** As stored now: what was just changed may not have come back to this page yet. */
async function saveAll(): Promise<void> {
  const [settings, saved] = await Promise.all([readSettings(), gatherPacks()]);
  download(writeSettingsFile(settings, saved));
}

/** Settings and Packs, both or neither. */
async function putAll(before: Settings, { settings, packs }: Wanted): Promise<boolean> {
  if (!(await changeSettings(() => settings))) return false;
  if (!packs || (await takePacks(packs))) return true;
  await changeSettings(() => before);
  return false;
}

interface StorageUseProps {
  readonly settings: Settings;
  readonly packs: readonly AddedPack[];
}

function StorageUse({ settings, packs }: StorageUseProps) {
  const { t, language } = useWords();
  const [bytes, setBytes] = useState<number>();
  useEffect(() => void measureStorage().then(setBytes), [settings, packs]);
  if (bytes === undefined) return null;
  const files = packs.reduce((sum, { now, before }) => sum + now.bytes + (before?.bytes ?? 0), 0);
  return <p class="fine">{t('options_storage', new Intl.NumberFormat(language).format(bytes + files))}</p>;
}

/** A file far too large is not even read; one that went away meanwhile cannot be. */
async function readFile(file: File): Promise<Wanted | FileFault> {
  if (file.size > MAX_FILE_BYTES) return { fault: 'too-large' };
  const text = await file.text().catch(() => undefined);
  const read: ReadFile = text === undefined ? { fault: 'unreadable' } : readSettingsFile(text);
  if (!('settings' in read)) return read;
  const { settings, saved } = read;
  if (!saved || isWithoutPacks) return { settings, isReset: false };
  const packs = await readyPacks(saved);
  if ('fault' in packs) return { fault: 'bad-fields', fields: [packs.fault] };
  return { settings, packs, isReset: false };
}

function faultText(read: FileFault, { t }: Words): string {
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
