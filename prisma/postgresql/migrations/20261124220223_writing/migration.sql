-- AlterTable
ALTER TABLE "article" ADD COLUMN     "autosaved" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "history_entry" (
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT COLLATE "C" NOT NULL,
    "byId" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,
    "why" TEXT COLLATE "C",
    "key" TEXT COLLATE "C",
    "copy" BYTEA,
    "copyHash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C",

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("articleId","number")
);

-- CreateTable
CREATE TABLE "aside" (
    "key" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER NOT NULL,
    "seenVersion" INTEGER NOT NULL,
    "byId" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,
    "copy" BYTEA NOT NULL,

    CONSTRAINT "aside_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "presence" (
    "articleId" INTEGER NOT NULL,
    "staffId" INTEGER NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("articleId","staffId")
);

-- CreateTable
CREATE TABLE "preview_link" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("tokenHash")
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

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aside" ADD CONSTRAINT "aside_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aside" ADD CONSTRAINT "aside_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
