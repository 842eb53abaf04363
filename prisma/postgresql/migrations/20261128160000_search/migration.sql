-- What articles are found by (newsroom/search/grams.ts): the numbers narrow, the folded text decides.
-- Outside the schema: article_grams
CREATE TABLE "article_grams" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "words" TEXT COMPRESSION lz4 NOT NULL,
    "grams" INTEGER[] COMPRESSION lz4 NOT NULL
);

CREATE INDEX "article_grams_publishedAt_articleId_idx" ON "article_grams"("publishedAt" DESC, "articleId" DESC);

CREATE INDEX "article_grams_grams_idx" ON "article_grams" USING GIN ("grams");
