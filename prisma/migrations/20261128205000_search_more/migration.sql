-- Rows stand for articles here, and for versions of them in the desk's index.
ALTER TABLE "article_row" RENAME COLUMN "articleId" TO "id";

-- Headlines by themselves: what a search by relevance puts first, and what is suggested while one types.
CREATE VIRTUAL TABLE "headline_words" USING fts5("words", content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':'");

-- What the desk finds: a row for each version that somebody saved, and for the newest (store/desk-index.ts).
CREATE VIRTUAL TABLE "desk_words" USING fts5("words", content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':'");

-- Outside the schema: desk_row
CREATE TABLE "desk_row" (
    "row" INTEGER NOT NULL PRIMARY KEY,
    "id" INTEGER NOT NULL,
    "second" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "desk_row_id_key" ON "desk_row"("id");

-- CreateTable
CREATE TABLE "desk_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "desk_version_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_version_articleId_version_key" ON "desk_version"("articleId", "version");

-- CreateTable
CREATE TABLE "name_key" (
    "field" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("field", "key", "number")
);

-- CreateIndex
CREATE INDEX "name_key_field_number_idx" ON "name_key"("field", "number");

-- What was published and written before is indexed at the next start, some articles at a time: up to these.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'search-unread', '{"through":' || MAX("articleId") || '}', 1, 0 FROM "published_article" WHERE TRUE HAVING MAX("articleId") IS NOT NULL
ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";

INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'desk-search-unread', '{"through":' || MAX("id") || '}', 1, 0 FROM "article" HAVING MAX("id") IS NOT NULL;
