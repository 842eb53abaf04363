-- CreateTable
CREATE TABLE "published_security" (
    "securityId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "published_security_pkey" PRIMARY KEY ("securityId","articleId")
);

-- CreateTable
CREATE TABLE "security" (
    "id" SERIAL NOT NULL,
    "market" TEXT COLLATE "C" NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "initials" TEXT COLLATE "C" NOT NULL,
    "namedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "security_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "published_security_securityId_publishedAt_articleId_idx" ON "published_security"("securityId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_security_articleId_idx" ON "published_security"("articleId");

-- CreateIndex
CREATE INDEX "security_code_idx" ON "security"("code");

-- CreateIndex
CREATE UNIQUE INDEX "security_market_code_key" ON "security"("market", "code");

-- AddForeignKey
ALTER TABLE "published_security" ADD CONSTRAINT "published_security_securityId_fkey" FOREIGN KEY ("securityId") REFERENCES "security"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_security" ADD CONSTRAINT "published_security_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("articleId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was published before is read at the next start, some articles at a time (store/read-old-marks.ts): up to this one.
INSERT INTO "setting" ("key", "value", "version", "updatedAt")
SELECT 'securities-unread', jsonb_build_object('through', MAX("articleId")), 1, 'epoch' FROM "published_article" HAVING MAX("articleId") IS NOT NULL;
