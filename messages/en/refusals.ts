import type { RefusalReason } from '@/newsroom/refusal'

/** Why the newsroom says no: what was wrong, and what would make it possible. */
export const refusals: Record<RefusalReason, string> = {
  'not-yours': '{name} is a {role} and cannot do this; ask someone from {needed} upwards.',
  'not-your-article': 'This article belongs to {owner}; reporters change only their own.',
  'headline-missing': 'The article has no headline. Write one before publishing.',
  'headline-long': 'The headline has {length} characters; {most} at most.',
  'field-long': '“{field}” has {length} characters; {most} at most.',
  'body-missing': 'The body is empty. Write it before publishing.',
  'body-large': 'The body has {size} bytes; {most} at most. Split the article.',
  'body-deep': 'The body nests tags more than {most} deep and cannot be shown; remove the needless ones.',
  'category-missing': 'The article has no category. Choose one before saving.',
  'category-unknown': 'There is no category “{slug}”. Choose one from the list.',
  'slug-shape': 'An address name takes lower-case letters, digits and hyphens; this is “{slug}”.',
  'address-taken': 'The address {path} was used before and is never given out twice. Choose another name.',
  'address-shape': '“{address}” is not an address; write it in full, beginning with https://.',
  'not-published': 'The article is not published, so it cannot be killed; it can be spiked.',
  'already-published': 'The article is published, so it cannot be spiked; kill it with a reason.',
  'already-killed': 'The article was killed and cannot be changed. Its address keeps showing the notice.',
  'already-spiked': 'The article was spiked and cannot be changed.',
  'reason-missing': 'A kill needs a reason; readers will see it at the address.',
  'nothing-new': 'Readers already see this version.',
  'aside-gone': 'There is no such text that was set aside, or it is not yours.',
  'aside-same': 'All of these words are in the article already.',
  'version-same': 'The text is this version already.',
  'version-gone':
    'The text of version {version} is gone: what the editor saved by itself is thinned out with time. Choose another version from the list.',
  'preview-over': 'The article was killed or spiked; it cannot be shown to anybody any more.',
  'preview-unknown': 'There is no such link, or it is gone. Reload the page and look again.',
  'address-same': 'The name, the category and the time are what they were; there is nowhere to move to.',
  'never-published': 'The article was never published and has no address to move; give its name in the properties.',
  'related-self': 'An article is not related to itself; choose another.',
  'related-other': 'It was not said which article is meant. Load the page again and choose once more.',
  'related-unpublished':
    'Readers cannot see that article now, so that it cannot stand beside this one; choose another.',
  'related-many': '{most} articles are pinned already. Unpin one first.',
  'related-stale':
    'Somebody has just decided otherwise here, and nothing was changed. Load the page again, look, and decide.',
  'ahead-of-readers': 'The article has changes that readers have not seen. Publish them or undo them, then move it.',
  'moment-shape': 'This is no time of publication. Give a whole date and time, such as 2026-11-24 10:02.',
  'moment-future': 'That moment has not come. An article can be moved only to a time that has passed.',
  'picture-alt-missing': 'The picture has no description. Readers who cannot see it need one sentence.',
  'picture-undescribed':
    'The picture “{name}” has no description for readers who cannot see it. Write one in the library, or mark it as decorative.',
  'picture-licence-over':
    'The licence of the picture “{name}” has ended. Choose another, or bring its licence up to date in the library.',
  'picture-removed': 'The picture “{name}” was removed from the library. Choose another, or upload it again.',
  'picture-gone': 'The library has no such picture; it may just have been removed.',
  'picture-used': '{count} articles use this picture, so it cannot be removed. Take it out of them first.',
  'picture-stale':
    '{by} changed what is said of this picture at {at}. Look at that, then change it; your words are still in the fields.',
  'picture-busy': 'Too many pictures are being taken in, and this one was not. Try again in a few seconds.',
  'picture-cut': 'The picture did not come whole: the connection ended. Upload it again.',
  'not-your-picture': 'This picture was brought in by {owner}; reporters change only their own. Ask an editor.',
  'picture-empty': 'The picture file is empty. Choose another.',
  'picture-type':
    'This file is no picture we can use. It takes JPEG, PNG, WebP, GIF or AVIF; turn others into JPEG first.',
  'picture-large': 'The picture has {size} MB; {most} MB at most. Make the file smaller.',
  'picture-pixels': 'The picture is {width}×{height}; {most} million pixels at most. Scale it down.',
  'picture-broken': 'The picture file is incomplete or damaged and cannot be read. Export it again.',
  'outside-scheme':
    'Only addresses that begin with http:// or https:// can be fetched; this one begins with “{scheme}:”.',
  'outside-login': 'The address at {host} carries a name or a password; take it out.',
  'outside-port': 'Only the ports 80 and 443 can be fetched from; this is {port}.',
  'outside-private':
    '{host} is not on the public internet and nothing is fetched from there. Give an address that anybody can open.',
  'outside-unreached': '{host} cannot be reached. Check the address, or try again later.',
  'outside-downgrade':
    'The address leads from encrypted https:// to plain http://{host}, which is not followed. Give the final address.',
  'outside-redirects': 'The address leads on more than {most} times. Give the final one.',
  'outside-status': '{host} gave no content; it answered {status}. Check that the address can be opened.',
  'outside-large': 'What stands there is larger than {most} MB and was not fetched. Find a smaller one.',
  'outside-packing':
    '{host} packed the content as “{packing}”, which cannot be unpacked here. Download it and upload it.',
  'outside-cut': '{host} stopped before the content was complete. Try again.',
  'outside-slow': 'The content did not come within {seconds} seconds. Try again later, or download it and upload it.',
  'job-over': 'This is no longer among what was given up; look at the newest list.',
  'push-not-taken':
    'Baidu took none: {count} addresses are not of the site it knows, or not of its form. Compare SITE_URL with the site in its webmaster tools.',
  'push-token':
    'A token of Baidu has only letters, digits, underscores and hyphens, at most 100; copy it from its webmaster tools as it is.',
  'secret-shut':
    'The kept secret cannot be opened: it was sealed with another key (SECRET_KEY or secret.key has changed). Enter it once more.',
  'job-lost':
    'This was begun {tries} times, and each time the process ended before it was done; it is not tried again.',
  'tag-count': 'There are {count} tags; {most} at most.',
  'sign-in-wrong': 'The e-mail address or the password is wrong.',
  'sign-in-often': 'Too many tries. Try again in {minutes} minutes.',
  'password-short': 'The password has {length} characters; it needs {least}.',
  'email-shape': '“{email}” is not an e-mail address.',
  'email-taken': '{email} has an account already.',
  'name-missing': 'Please give a name.',
  'invitation-spent':
    'This link was used or has expired. Ask an administrator for another; a site without an administrator prints a new one at start.',
  'partner-name-missing': 'Please name the partner.',
  'partner-name-long': 'The name has {length} characters; {most} at most.',
  'partner-categories': '{count} categories were chosen, {most} at most; choose none to give all of them.',
  'category-name-missing': 'A category needs a name.',
  'category-slug-shape': 'A category address takes lower-case letters, digits and hyphens; this is “{slug}”.',
  'category-slug-taken': '“{slug}” is another category’s address.',
  stale: '{by} saved a version at {at}. Both texts are below; merge them, then save.',
  'settings-stale': 'Somebody has just saved the settings. Reload the page, then change them.',
  'self-disable': 'You cannot disable your own account.',
  gone: 'There is no such article.',
}
