import localFont from 'next/font/local'

// Latin only, from the Fontsource packages. Only the roman serif is preloaded, because it is visible first.
const roman = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  preload: true,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: "'Source Serif 4 Variable'" }],
})
const italic = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: "'Source Serif 4 Variable'" }],
})
const sans = localFont({
  src: '../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: "'Public Sans Variable'" }],
})
const mono = localFont({
  src: '../node_modules/@fontsource-variable/google-sans-code/files/google-sans-code-latin-wght-normal.woff2',
  weight: '300 800',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: "'Google Sans Code Variable'" }],
})

/** The faces whose names are in the tokens; to be named once, so that their rules are on the page. */
export const fontVariables = [roman, italic, sans, mono]
