-- CreateTable
CREATE TABLE "published_source" (
    "sourceId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" DATETIME NOT NULL,

    PRIMARY KEY ("sourceId", "articleId"),
    CONSTRAINT "published_source_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "published_source_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article" ("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "withdrawn_listing" (
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("kind", "number", "articleId"),
    CONSTRAINT "withdrawn_listing_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "author" ADD COLUMN "intoId" INTEGER REFERENCES "author" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN "sourceId" INTEGER REFERENCES "source" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "source" ADD COLUMN "intoId" INTEGER REFERENCES "source" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "tag" ADD COLUMN "intoId" INTEGER REFERENCES "tag" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each name that copy says of its source has a number, and every published article the number of its own.
INSERT INTO "source" ("name")
SELECT DISTINCT "sourceName" FROM "published_article"
WHERE "sourceName" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "source" WHERE "name" = "sourceName");
UPDATE "published_article" SET "sourceId" = (SELECT "id" FROM "source" WHERE "name" = "sourceName")
WHERE "sourceName" IS NOT NULL;
INSERT INTO "published_source" ("sourceId", "articleId", "publishedAt")
SELECT "sourceId", "articleId", "publishedAt" FROM "published_article" WHERE "sourceId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "published_source_sourceId_publishedAt_articleId_idx" ON "published_source"("sourceId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_source_articleId_idx" ON "published_source"("articleId");

-- CreateIndex
CREATE INDEX "author_intoId_idx" ON "author"("intoId");

-- CreateIndex
CREATE INDEX "source_intoId_idx" ON "source"("intoId");

-- CreateIndex
CREATE INDEX "tag_intoId_idx" ON "tag"("intoId");

-- CreateIndex
CREATE INDEX "withdrawn_listing_kind_number_at_articleId_idx" ON "withdrawn_listing"("kind", "number", "at" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "withdrawn_listing_articleId_idx" ON "withdrawn_listing"("articleId");
