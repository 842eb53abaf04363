-- CreateTable
CREATE TABLE "library_picture" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sha256" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "hasAlpha" BOOLEAN NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "decorative" BOOLEAN NOT NULL,
    "described" BOOLEAN NOT NULL,
    "caption" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "licenceEnd" DATETIME,
    "focusX" REAL NOT NULL,
    "focusY" REAL NOT NULL,
    "foundAt" TEXT,
    "addedById" INTEGER,
    "addedAt" DATETIME NOT NULL,
    "updatedById" INTEGER,
    "updatedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    "filesLeft" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "library_picture_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "library_picture_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "picture_use" (
    "hash" TEXT NOT NULL,
    "articleId" INTEGER NOT NULL,
    "shownTo" TEXT NOT NULL,

    PRIMARY KEY ("hash", "articleId", "shownTo"),
    CONSTRAINT "picture_use_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "library_picture_sha256_key" ON "library_picture"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "library_picture_hash_key" ON "library_picture"("hash");

-- CreateIndex
CREATE INDEX "library_picture_described_id_idx" ON "library_picture"("described", "id");

-- CreateIndex
CREATE INDEX "library_picture_licenceEnd_idx" ON "library_picture"("licenceEnd");

-- CreateIndex
CREATE INDEX "library_picture_filesLeft_idx" ON "library_picture"("filesLeft");

-- CreateIndex
CREATE INDEX "picture_use_articleId_shownTo_idx" ON "picture_use"("articleId", "shownTo");
