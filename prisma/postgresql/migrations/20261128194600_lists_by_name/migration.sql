-- AlterTable
ALTER TABLE "author" ADD COLUMN     "intoId" INTEGER;

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN     "sourceId" INTEGER;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "intoId" INTEGER;

-- AlterTable
ALTER TABLE "tag" ADD COLUMN     "intoId" INTEGER;

-- CreateTable
CREATE TABLE "published_source" (
    "sourceId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "published_source_pkey" PRIMARY KEY ("sourceId","articleId")
);

-- CreateTable
CREATE TABLE "withdrawn_listing" (
    "kind" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "withdrawn_listing_pkey" PRIMARY KEY ("kind","number","articleId")
);

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
CREATE INDEX "withdrawn_listing_kind_number_at_articleId_idx" ON "withdrawn_listing"("kind", "number", "at" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "withdrawn_listing_articleId_idx" ON "withdrawn_listing"("articleId");

-- CreateIndex
CREATE INDEX "author_intoId_idx" ON "author"("intoId");

-- CreateIndex
CREATE INDEX "source_intoId_idx" ON "source"("intoId");

-- CreateIndex
CREATE INDEX "tag_intoId_idx" ON "tag"("intoId");

-- AddForeignKey
ALTER TABLE "published_source" ADD CONSTRAINT "published_source_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_source" ADD CONSTRAINT "published_source_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("articleId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author" ADD CONSTRAINT "author_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "author"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawn_listing" ADD CONSTRAINT "withdrawn_listing_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
