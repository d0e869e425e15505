import { useEffect, useRef } from 'preact/hooks';
import type { SettingsChange } from '../../core/settings-file.ts';
import { countText, useWords, type Words } from '../../ui/words.ts';

interface ChangePreviewProps {
  readonly changes: readonly SettingsChange[];
  readonly isReset: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What will change, before it does. */
export function ChangePreview({ changes, isReset, onTake, onLeave }: ChangePreviewProps) {
  const words = useWords();
  const { t } = words;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div class="preview">
      <h3 ref={head} tabIndex={-1}>
        {t(isReset ? 'options_reset_preview' : 'options_import_preview')}
      </h3>
      {changes.length === 0 ? (
        <p>{t('options_no_changes')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.field}>
              <strong>{t(`options_field_${change.field}`)}</strong> {changeText(change, words)}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons">
        {changes.length > 0 && (
          <button type="button" class="main" onClick={onTake}>
            {t(isReset ? 'options_reset_now' : 'options_import_now')}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {t('options_leave')}
        </button>
      </p>
    </div>
  );
}

function changeText({ from, to, added, removed }: SettingsChange, words: Words): string {
  if (added === undefined || removed === undefined) {
    return words.t('options_from_to', valueText(from, words), valueText(to, words));
  }
  const parts = [
    ...(added > 0 ? [countText(words, 'options_added', added)] : []),
    ...(removed > 0 ? [countText(words, 'options_removed', removed)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : words.t('options_reordered');
}

function valueText(value: unknown, { t }: Words): string {
  if (typeof value === 'boolean') return t(value ? 'options_yes' : 'options_no');
  return String(value);
}
