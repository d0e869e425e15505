/** Style sheets are imported as their text; the host adopts them. */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader exports the text as default
  export default text;
}
