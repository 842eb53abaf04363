import { withPostgresql } from './postgresql.mjs'
import { withSwift } from './swift.mjs'

/**
 * Runs work beside the services that tests ask for: `{ env, omitted }` say where they are, and what the summary has to say of those that
 * could not be had.
 */
export function withServices(work) {
  return withPostgresql((postgresql) => withSwift((s3) => work(testEnvironment({ postgresql, s3 }))))
}

function testEnvironment({ postgresql, s3 }) {
  return {
    env: { DIBAO_TEST_POSTGRESQL: postgresql ?? '', DIBAO_TEST_S3: s3 ?? '' },
    omitted: [
      ...(postgresql
        ? []
        : ['The PostgreSQL half did not run: install the PostgreSQL server programs to have it run too.']),
      ...(s3
        ? []
        : [
            'The tests of pictures in a bucket did not run: install the programs of OpenStack Swift to have them run too.',
          ]),
    ],
  }
}
