import { type ListProps, NamedListAddress, namedListHead } from '../../named-list'

export const generateMetadata = (props: ListProps) => namedListHead('author', props)

export default function AuthorAddress(props: ListProps) {
  return <NamedListAddress kind="author" {...props} />
}
