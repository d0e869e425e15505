declare module 'ahocorasick' {
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default class Ahocorasick {
    constructor(keywords: readonly string[]);
    search(text: string): [last: number, keywords: string[]][];
  }
}

declare module 'flashtext.js' {
  class KeywordProcessor {
    addKeyword(keyword: string, name: string): void;
    extractKeywords(text: string): string[];
  }
  const flashtext: { KeywordProcessor: typeof KeywordProcessor };
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default flashtext;
}
