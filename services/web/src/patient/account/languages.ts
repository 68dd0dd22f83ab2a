const common = [
  'en-GB',
  'ar',
  'bn',
  'cy',
  'es',
  'fr',
  'gu',
  'hi',
  'it',
  'ne',
  'pa',
  'pl',
  'pt',
  'ro',
  'so',
  'ta',
  'tr',
  'uk',
  'ur',
  'zh',
];

/** Languages by their English names; `current` is always among them. */
export function languageOptions(current: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames('en-GB', { type: 'language' });
  return [...new Set([...common, current])].map((tag) => ({
    value: tag,
    label: tag.startsWith('en') ? 'English' : (names.of(tag) ?? tag),
  }));
}
