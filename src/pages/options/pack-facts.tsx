import type { PackVersion } from '../../core/added-packs.ts';
import { countText, useWords, type Words } from '../../ui/words.ts';
import type { ImportPreview } from './import-messages.ts';

/** What a pack is, in the words of its publisher, which are shown as text and nothing else. */
export function PackFacts({ preview }: { readonly preview: ImportPreview }) {
  const words = useWords();
  const { t } = words;
  const { version, description, examples, isSealed } = preview;
  const facts: readonly (readonly [string, string])[] = [
    [t('packs_publisher'), version.publisher],
    [t('packs_version'), version.version],
    [t('packs_licence'), version.licence],
    [t('packs_language'), languageName(version.language, words)],
    [t('packs_holds'), countsText(version, words)],
    [t('packs_size'), sizeText(version.bytes, words)],
    ...(examples.length > 0 ? [[t('packs_examples'), examples.join(' · ')] as const] : []),
  ];
  return (
    <>
      <p class="title">
        <bdi lang={version.language}>{version.title}</bdi>
      </p>
      {description !== undefined && (
        <p dir="auto" lang={version.language}>
          {description}
        </p>
      )}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p class="fine">{t(version.key ? 'packs_signed' : isSealed ? 'packs_sealed' : 'packs_unsealed')}</p>
      <p class="fine">{t('packs_not_ours')}</p>
    </>
  );
}

/** "12 terms, 3 sources, 2 questions". */
export function countsText({ terms, sources, questions }: PackVersion, words: Words): string {
  return [
    countText(words, 'packs_terms', terms),
    ...(sources > 0 ? [countText(words, 'packs_sources', sources)] : []),
    ...(questions > 0 ? [countText(words, 'packs_questions', questions)] : []),
  ].join(', ');
}

function sizeText(bytes: number, { language }: Words): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}

function languageName(tag: string, { language }: Words): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
