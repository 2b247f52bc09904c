import { code128, drawingSVG, qrcode } from 'bwip-js/generic'

// Loaded when a form is printed, not before: the tables of bar codes weigh more than a command.

/** A QR code as an SVG element that takes the size of what is around it. */
export function qrSvg(text: string): string {
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 }
  return qrcode<string>(options, drawingSVG())
}

/** A Code 128 as an SVG element, one unit a bar; '' for text that it cannot say (it knows ASCII). */
export function code128Svg(text: string): string {
  if (!/^[\u0020-\u007E]{1,40}$/.test(text)) return ''
  const options = { bcid: 'code128', text, scale: 1, height: 8 }
  return code128<string>(options, drawingSVG())
}
