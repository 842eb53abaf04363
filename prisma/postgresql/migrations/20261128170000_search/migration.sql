-- What articles are found by (newsroom/search/grams.ts): the numbers narrow, the folded text decides.
-- Outside the schema: article_grams
CREATE TABLE "article_grams" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "words" TEXT COMPRESSION lz4 COLLATE "C" NOT NULL,
    "grams" INTEGER[] COMPRESSION lz4 NOT NULL
);

CREATE INDEX "article_grams_publishedAt_articleId_idx" ON "article_grams"("publishedAt" DESC, "articleId" DESC);

CREATE INDEX "article_grams_grams_idx" ON "article_grams" USING GIN ("grams");

-- What was published before is indexed at the next start, some articles at a time (store/index-unread.ts): up to this one.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'search-unread', jsonb_build_object('through', MAX("articleId")), 1, 'epoch' FROM "published_article" HAVING MAX("articleId") IS NOT NULL;
