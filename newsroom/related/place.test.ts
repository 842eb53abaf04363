import { expect, it } from 'vitest'
import { type Neighbour, type Place, placeByKin } from './place'

const place = (articleId: number, over: Partial<Place> = {}): Place => ({
  articleId,
  storyId: null,
  twinsId: null,
  isHeld: false,
  ...over,
})
const near = (of: Place, kind: Neighbour['kind'], score: number): Neighbour => ({ place: of, kind, score })
const alone = { storyId: null }

it('An article that is only related to others begins nothing', () =>
  expect(placeByKin([near(place(1, { storyId: 5 }), 'related', 900)], alone)).toEqual({ story: null, twins: null }))

it('Twins alone make no story, but share the one that either has', () => {
  const [bare, told] = [place(1), place(2, { storyId: 5, twinsId: 6 })]
  expect(placeByKin([near(bare, 'twin', 900)], alone)).toEqual({ story: null, twins: bare })
  expect(placeByKin([near(told, 'twin', 900)], alone)).toEqual({ story: told, twins: told })
})

it('A report joins the story of its strongest kin that has one, else begins one with its strongest', () => {
  const [strong, weak] = [place(1), place(2, { storyId: 5 })]
  expect(placeByKin([near(weak, 'thread', 400), near(strong, 'thread', 800)], alone).story).toBe(weak)
  expect(placeByKin([near(place(3), 'thread', 400), near(strong, 'thread', 800)], alone).story).toBe(strong)
})

it('One that is compared anew stays in its story while any of its kin does', () => {
  const [mine, stronger] = [place(1, { storyId: 5 }), place(2, { storyId: 7 })]
  expect(placeByKin([near(stronger, 'thread', 900), near(mine, 'thread', 500)], { storyId: 5 }).story).toBe(mine)
})
