import { drawingSVG, qrcode } from 'bwip-js/generic'

// Loaded when a form is printed, not before: the tables of bar codes weigh more than a command.

/** A QR code as an SVG element that takes the size of what is around it. */
export function qrSvg(text: string): string {
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 }
  return qrcode<string>(options, drawingSVG())
}
