import { archiveFeeds } from '../../../../archive-feed'

export const dynamic = 'force-dynamic'

export const GET = archiveFeeds('rss')
