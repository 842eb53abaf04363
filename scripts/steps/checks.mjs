import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { step } from './child.mjs'
import { at } from './places.mjs'
import { say } from './speech.mjs'

/** The checks of the code. Each runs to its end whatever the others found, and resolves to what it counted. */

/** Style and likely mistakes. */
export const lint = (args = []) => single('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.', ...args])

/** Types; those of the routes are Next.js's to write first. */
export async function types(args = []) {
  const written = await step(['node_modules/next/dist/bin/next', 'typegen'], {
    quiet: true,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (written.code !== 0) say(written.output.trim())
  return single('types', ['node_modules/typescript/bin/tsc', '--noEmit', ...args])
}

/** The tests that need no browser, on PostgreSQL too where `env` names a server. */
export async function unit(args = [], env = {}) {
  const file = freshFile('unit')
  const program = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  say('Running the unit tests …')
  const { code } = await step([...program, ...args], { env })
  return counted('unit', code, file, (result) => {
    const unreadable = result.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    )
    return { passed: result.numPassedTests, failed: result.numFailedTests + unreadable.length }
  })
}

/** The tests in a browser. Where `env` grants a second try, what passes only then is counted apart. */
export async function e2e(args, env) {
  const file = freshFile('e2e')
  say('Running the tests in a browser …')
  const program = ['node_modules/playwright/cli.js', 'test', '-c', 'e2e/playwright.config.ts']
  const { code } = await step([...program, ...args], {
    env: { ...env, DIBAO_E2E_RESULT: file },
  })
  return counted('e2e', code, file, ({ stats, errors }) => {
    return { passed: stats.expected, flaky: stats.flaky, failed: stats.unexpected + errors.length }
  })
}

/** A tool that knows only one answer: no test passes with it, but one thing is wrong without it. */
async function single(name, program) {
  say(`Checking ${name} …`)
  const { code } = await step(program)
  return { name, passed: 0, flaky: 0, failed: code === 0 ? 0 : 1 }
}

/** A tool that failed without a test to blame, or without any result, failed once. */
function counted(name, code, file, count) {
  const { passed, flaky = 0, failed } = readResult(file, count)
  return { name, passed, flaky, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function readResult(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/** Where a tool leaves its counts; what an earlier run left must not be counted again. */
function freshFile(name) {
  mkdirSync(at('test-results'), { recursive: true })
  const file = at('test-results', `${name}.json`)
  rmSync(file, { force: true })
  return file
}
