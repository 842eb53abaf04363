-- AlterTable
ALTER TABLE "published_article" ADD COLUMN     "correctedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "published_day" (
    "day" TEXT COLLATE "C" NOT NULL,
    "touchedAt" TIMESTAMP(3) NOT NULL,
    "articleCount" INTEGER NOT NULL,
    "flashCount" INTEGER NOT NULL,

    CONSTRAINT "published_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "correction_articleId_id_idx" ON "correction"("articleId", "id");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published before days were noted is noted beside the running portal (store/note-days.ts): only it knows the site's zone.
