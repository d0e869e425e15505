declare module 'ahocorasick' {
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default class Ahocorasick {
    constructor(keywords: readonly string[]);
    search(text: string): [last: number, keywords: string[]][];
  }
}

declare module 'flashtext.js' {
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default class KeywordProcessor {
    addKeyword(keyword: string, name: string): void;
    extractKeywords(text: string): string[];
  }
}
