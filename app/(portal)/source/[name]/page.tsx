import { type ListProps, NamedListAddress, namedListHead } from '../../named-list'

export const generateMetadata = (props: ListProps) => namedListHead('source', props)

export default function SourceAddress(props: ListProps) {
  return <NamedListAddress kind="source" {...props} />
}
