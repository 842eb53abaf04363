import { type ListProps, NamedListAddress, namedListHead } from '../../named-list'

export const generateMetadata = (props: ListProps) => namedListHead('security', props)

export default function SecurityAddress(props: ListProps) {
  return <NamedListAddress kind="security" {...props} />
}
