-- Rows stand for articles here, and for versions of them in the desk's index.
ALTER TABLE "article_grams" RENAME COLUMN "articleId" TO "id";
ALTER TABLE "article_grams" RENAME COLUMN "publishedAt" TO "at";

-- Headlines by themselves: what a search by relevance puts first, and what is suggested while one types.
-- Outside the schema: headline_grams
CREATE TABLE "headline_grams" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "at" TIMESTAMP(3) NOT NULL,
    "words" TEXT COMPRESSION lz4 COLLATE "C" NOT NULL,
    "grams" INTEGER[] COMPRESSION lz4 NOT NULL
);

CREATE INDEX "headline_grams_at_id_idx" ON "headline_grams"("at" DESC, "id" DESC);

CREATE INDEX "headline_grams_grams_idx" ON "headline_grams" USING GIN ("grams");

-- What the desk finds: a row for each version that somebody saved, and for the newest (store/desk-index.ts).
-- Outside the schema: desk_grams
CREATE TABLE "desk_grams" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "at" TIMESTAMP(3) NOT NULL,
    "words" TEXT COMPRESSION lz4 COLLATE "C" NOT NULL,
    "grams" INTEGER[] COMPRESSION lz4 NOT NULL
);

CREATE INDEX "desk_grams_at_id_idx" ON "desk_grams"("at" DESC, "id" DESC);

CREATE INDEX "desk_grams_grams_idx" ON "desk_grams" USING GIN ("grams");

-- CreateTable
CREATE TABLE "desk_version" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "desk_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_key" (
    "field" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "name_key_pkey" PRIMARY KEY ("field","key","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_version_articleId_version_key" ON "desk_version"("articleId", "version");

-- CreateIndex
CREATE INDEX "name_key_field_number_idx" ON "name_key"("field", "number");

-- AddForeignKey
ALTER TABLE "desk_version" ADD CONSTRAINT "desk_version_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was published and written before is indexed at the next start, some articles at a time: up to these.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'search-unread', jsonb_build_object('through', MAX("articleId")), 1, 'epoch' FROM "published_article" HAVING MAX("articleId") IS NOT NULL
ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";

INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'desk-search-unread', jsonb_build_object('through', MAX("id")), 1, 'epoch' FROM "article" HAVING MAX("id") IS NOT NULL;
