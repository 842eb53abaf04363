/** A picture that the media library has, ready to stand in a body. */
export type TakenPicture = {
  address: string
  alt: string
  caption: string
  credit: string
  width: number | null
  height: number | null
}

/** Takes a file, or a picture from elsewhere, into the library; a sentence says why it could not. */
export type TakePicture = (what: File | { address: string }) => Promise<TakenPicture | { sentence: string }>

/** Lets a person choose from the library; null when they chose nothing. */
export type PickPicture = () => Promise<TakenPicture | null>
