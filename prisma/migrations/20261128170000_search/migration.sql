-- What articles are found by (newsroom/search/index-words.ts). The words themselves are not kept.
CREATE VIRTUAL TABLE "article_words" USING fts5("words", content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':'");

-- Which row of it is which article's: rows are numbered in the order of time, so that the newest come first without sorting
-- (store/sqlite-rows.ts). A row stays an article's when readers no longer see it.
-- Outside the schema: article_row
CREATE TABLE "article_row" (
    "row" INTEGER NOT NULL PRIMARY KEY,
    "articleId" INTEGER NOT NULL,
    "second" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "article_row_articleId_key" ON "article_row"("articleId");

-- What was published before is indexed at the next start, some articles at a time (store/index-unread.ts): up to this one.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'search-unread', '{"through":' || MAX("articleId") || '}', 1, 0 FROM "published_article" HAVING MAX("articleId") IS NOT NULL;
