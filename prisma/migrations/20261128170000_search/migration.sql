-- What articles are found by (newsroom/search/index-words.ts). The row's number is the second of publication and the article's number below it,
-- so that the newest come first without sorting. The words themselves are not kept.
CREATE VIRTUAL TABLE "article_words" USING fts5("words", content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':'");

-- What was published before is indexed at the next start, some articles at a time (store/index-unread.ts): up to this one.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'search-unread', '{"through":' || MAX("articleId") || '}', 1, 0 FROM "published_article" HAVING MAX("articleId") IS NOT NULL;
