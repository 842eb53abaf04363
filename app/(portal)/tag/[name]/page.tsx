import { type ListProps, NamedListAddress, namedListHead } from '../../named-list'

export const generateMetadata = (props: ListProps) => namedListHead('tag', props)

export default function TagAddress(props: ListProps) {
  return <NamedListAddress kind="tag" {...props} />
}
