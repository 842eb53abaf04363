import { readFileSync } from 'node:fs'
import { at } from './places.mjs'
import { Refusal } from './speech.mjs'

/** Refuses a Node older than package.json's `engines` asks for, before anything else can fail less clearly. */
export function checkNodeVersion() {
  const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const needed = numbers(engines.node)
  const present = numbers(process.versions.node)
  const place = needed.findIndex((number, index) => number !== present[index])
  if (place >= 0 && present[place] < needed[place]) {
    throw new Refusal(
      `Dibao needs Node.js ${needed.join('.')} or newer and this is ${process.version}: install a newer one.`,
    )
  }
}

const numbers = (version) => version.match(/\d+/g).map(Number)
