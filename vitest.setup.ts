import fc from 'fast-check'

// `npm test` says where drawing begins, so that the same files are tried alike everywhere; elsewhere each run draws others.
const seed = process.env.DIBAO_TEST_SEED
if (seed) fc.configureGlobal({ seed: Number(seed) })
