import { ask, canInstallPackages, installPackages } from './machine.mjs'
import { say } from './speech.mjs'

/** Without a Chinese font every headline in a picture is a row of boxes. macOS and Windows always have one. */
export async function ensureChineseFonts() {
  if (process.platform !== 'linux' || ask('fc-list', [':lang=zh'])) return
  if (canInstallPackages && (await installPackages(['fontconfig', 'fonts-noto-cjk']))) return
  say('There is no Chinese font here, so Chinese will show as boxes: install one, such as fonts-noto-cjk.')
}
