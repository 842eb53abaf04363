-- AlterTable
ALTER TABLE "article" ADD COLUMN "autosaved" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "history_entry" (
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "byId" INTEGER,
    "at" DATETIME NOT NULL,
    "why" TEXT,
    "key" TEXT,
    "copy" BLOB,
    "copyHash" TEXT NOT NULL,
    "hash" TEXT,

    PRIMARY KEY ("articleId", "number"),
    CONSTRAINT "history_entry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "history_entry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "aside" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "articleId" INTEGER NOT NULL,
    "seenVersion" INTEGER NOT NULL,
    "byId" INTEGER,
    "at" DATETIME NOT NULL,
    "copy" BLOB NOT NULL,
    CONSTRAINT "aside_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "aside_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "presence" (
    "articleId" INTEGER NOT NULL,
    "staffId" INTEGER NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "staffId"),
    CONSTRAINT "presence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "presence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "preview_link" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "articleId" INTEGER NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "preview_link_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "preview_link_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "history_entry_key_key" ON "history_entry"("key");

-- CreateIndex
CREATE INDEX "history_entry_articleId_version_idx" ON "history_entry"("articleId", "version");

-- CreateIndex
CREATE INDEX "history_entry_act_at_idx" ON "history_entry"("act", "at");

-- CreateIndex
CREATE INDEX "aside_articleId_at_idx" ON "aside"("articleId", "at");

-- CreateIndex
CREATE INDEX "presence_seenAt_idx" ON "presence"("seenAt");

-- CreateIndex
CREATE INDEX "preview_link_articleId_createdAt_idx" ON "preview_link"("articleId", "createdAt");
