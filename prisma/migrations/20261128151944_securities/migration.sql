-- CreateTable
CREATE TABLE "published_security" (
    "securityId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" DATETIME NOT NULL,

    PRIMARY KEY ("securityId", "articleId"),
    CONSTRAINT "published_security_securityId_fkey" FOREIGN KEY ("securityId") REFERENCES "security" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "published_security_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article" ("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "security" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "market" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "namedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "published_security_securityId_publishedAt_articleId_idx" ON "published_security"("securityId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_security_articleId_idx" ON "published_security"("articleId");

-- CreateIndex
CREATE INDEX "security_code_idx" ON "security"("code");

-- CreateIndex
CREATE UNIQUE INDEX "security_market_code_key" ON "security"("market", "code");

-- What was published before is read at the next start, some articles at a time (store/read-old-marks.ts): up to this one.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'securities-unread', '{"through":' || MAX("articleId") || '}', 1, 0 FROM "published_article" HAVING MAX("articleId") IS NOT NULL;
