-- CreateTable
CREATE TABLE "article" (
    "id" SERIAL NOT NULL,
    "originKey" TEXT COLLATE "C",
    "kind" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "publishedVersion" INTEGER,
    "headline" TEXT COLLATE "C" NOT NULL,
    "kicker" TEXT COLLATE "C",
    "standfirst" TEXT COLLATE "C",
    "byline" TEXT COLLATE "C",
    "editor" TEXT COLLATE "C",
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "categoryId" INTEGER NOT NULL,
    "sourceId" INTEGER,
    "sourceAddress" TEXT COLLATE "C",
    "wireCode" TEXT COLLATE "C",
    "slug" TEXT COLLATE "C",
    "picture" JSONB,
    "tags" JSONB NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "createdById" INTEGER,
    "updatedById" INTEGER,
    "killedAt" TIMESTAMP(3),
    "killedById" INTEGER,
    "killReason" TEXT COLLATE "C",
    "killedHeadline" TEXT COLLATE "C",

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_body" (
    "articleId" INTEGER NOT NULL,
    "format" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "article_body_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "published_article" (
    "articleId" INTEGER NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "headline" TEXT COLLATE "C" NOT NULL,
    "kicker" TEXT COLLATE "C",
    "standfirst" TEXT COLLATE "C",
    "summary" TEXT COLLATE "C" NOT NULL,
    "byline" TEXT COLLATE "C",
    "editor" TEXT COLLATE "C",
    "urgent" BOOLEAN NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "sourceName" TEXT COLLATE "C",
    "sourceAddress" TEXT COLLATE "C",
    "wireCode" TEXT COLLATE "C",
    "picture" JSONB,
    "tags" JSONB NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "published_article_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "published_text" (
    "articleId" INTEGER NOT NULL,
    "html" TEXT COLLATE "C" NOT NULL,
    "repeatsStandfirst" BOOLEAN NOT NULL,

    CONSTRAINT "published_text_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "published_tag" (
    "tagId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "published_tag_pkey" PRIMARY KEY ("tagId","articleId")
);

-- CreateTable
CREATE TABLE "published_author" (
    "authorId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "published_author_pkey" PRIMARY KEY ("authorId","articleId")
);

-- CreateTable
CREATE TABLE "category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "rank" INTEGER,
    "articleCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" SERIAL NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "author" (
    "id" SERIAL NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "path" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER,
    "categoryId" INTEGER,
    "originalId" INTEGER,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "original" (
    "id" SERIAL NOT NULL,
    "site" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "packing" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,
    "articleId" INTEGER,
    "articleVersion" INTEGER,
    "readBy" INTEGER NOT NULL,
    "note" TEXT COLLATE "C",
    "importedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "original_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" SERIAL NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "passwordHash" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "disabledAt" TIMESTAMP(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "staffId" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "agent" TEXT COLLATE "C" NOT NULL,
    "network" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT COLLATE "C" NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_originKey_key" ON "article"("originKey");

-- CreateIndex
CREATE INDEX "article_status_updatedAt_id_idx" ON "article"("status", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_updatedAt_id_idx" ON "article"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_createdById_updatedAt_id_idx" ON "article"("createdById", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_categoryId_updatedAt_id_idx" ON "article"("categoryId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_categoryId_status_updatedAt_id_idx" ON "article"("categoryId", "status", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "published_article_path_key" ON "published_article"("path");

-- CreateIndex
CREATE INDEX "published_article_publishedAt_articleId_categoryId_idx" ON "published_article"("publishedAt" DESC, "articleId" DESC, "categoryId");

-- CreateIndex
CREATE INDEX "published_article_kind_publishedAt_articleId_idx" ON "published_article"("kind", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_article_categoryId_publishedAt_articleId_idx" ON "published_article"("categoryId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_article_wireCode_idx" ON "published_article"("wireCode");

-- CreateIndex
CREATE INDEX "published_tag_tagId_publishedAt_articleId_idx" ON "published_tag"("tagId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_tag_articleId_idx" ON "published_tag"("articleId");

-- CreateIndex
CREATE INDEX "published_author_authorId_publishedAt_articleId_idx" ON "published_author"("authorId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_author_articleId_idx" ON "published_author"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "category_slug_key" ON "category"("slug");

-- CreateIndex
CREATE INDEX "category_rank_idx" ON "category"("rank");

-- CreateIndex
CREATE UNIQUE INDEX "tag_name_key" ON "tag"("name");

-- CreateIndex
CREATE UNIQUE INDEX "source_name_key" ON "source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "author_name_key" ON "author"("name");

-- CreateIndex
CREATE INDEX "address_articleId_idx" ON "address"("articleId");

-- CreateIndex
CREATE INDEX "address_categoryId_idx" ON "address"("categoryId");

-- CreateIndex
CREATE INDEX "address_originalId_idx" ON "address"("originalId");

-- CreateIndex
CREATE INDEX "original_articleId_idx" ON "original"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "original_site_path_key" ON "original"("site", "path");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "session_staffId_idx" ON "session"("staffId");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_body" ADD CONSTRAINT "article_body_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_text" ADD CONSTRAINT "published_text_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("articleId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_tag" ADD CONSTRAINT "published_tag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_tag" ADD CONSTRAINT "published_tag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("articleId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_author" ADD CONSTRAINT "published_author_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_author" ADD CONSTRAINT "published_author_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("articleId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "original"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "original" ADD CONSTRAINT "original_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
