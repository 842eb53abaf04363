-- AlterTable
ALTER TABLE "published_article" ADD COLUMN "correctedAt" DATETIME;

-- CreateTable
CREATE TABLE "published_day" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "touchedAt" DATETIME NOT NULL,
    "articleCount" INTEGER NOT NULL,
    "flashCount" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "correction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "correction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "correction_articleId_id_idx" ON "correction"("articleId", "id");

-- What was published before days were noted is noted beside the running portal (store/note-days.ts): only it knows the site's zone.
