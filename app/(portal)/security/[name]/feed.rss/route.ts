import { namedListFeeds } from '../../../named-list-feed'

export const dynamic = 'force-dynamic'

export const GET = namedListFeeds('security', 'rss')
