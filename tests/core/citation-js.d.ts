declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly {
      readonly id?: string;
      readonly title?: string;
      readonly author?: unknown;
      readonly issued?: { readonly 'date-parts': unknown };
      readonly URL?: string;
      readonly note?: string;
    }[];
    format(kind: 'bibliography', options: { readonly template: string }): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
