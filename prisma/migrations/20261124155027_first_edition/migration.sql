-- CreateTable
CREATE TABLE "article" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "originKey" TEXT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "publishedVersion" INTEGER,
    "headline" TEXT NOT NULL,
    "kicker" TEXT,
    "standfirst" TEXT,
    "byline" TEXT,
    "editor" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "categoryId" INTEGER NOT NULL,
    "sourceId" INTEGER,
    "sourceAddress" TEXT,
    "wireCode" TEXT,
    "slug" TEXT,
    "picture" JSONB,
    "tags" JSONB NOT NULL,
    "publishedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "createdById" INTEGER,
    "updatedById" INTEGER,
    "killedAt" DATETIME,
    "killedById" INTEGER,
    "killReason" TEXT,
    "killedHeadline" TEXT,
    CONSTRAINT "article_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "article_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "article_body" (
    "articleId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "format" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "article_body_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "published_article" (
    "articleId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "kicker" TEXT,
    "standfirst" TEXT,
    "summary" TEXT NOT NULL,
    "byline" TEXT,
    "editor" TEXT,
    "urgent" BOOLEAN NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "sourceName" TEXT,
    "sourceAddress" TEXT,
    "wireCode" TEXT,
    "picture" JSONB,
    "tags" JSONB NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "published_article_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "published_article_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "published_text" (
    "articleId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "html" TEXT NOT NULL,
    "repeatsStandfirst" BOOLEAN NOT NULL,
    CONSTRAINT "published_text_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article" ("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "published_tag" (
    "tagId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" DATETIME NOT NULL,

    PRIMARY KEY ("tagId", "articleId"),
    CONSTRAINT "published_tag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "published_tag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article" ("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "published_author" (
    "authorId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "publishedAt" DATETIME NOT NULL,

    PRIMARY KEY ("authorId", "articleId"),
    CONSTRAINT "published_author_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "author" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "published_author_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article" ("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "category" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "rank" INTEGER,
    "articleCount" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "author" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "address" (
    "path" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "articleId" INTEGER,
    "categoryId" INTEGER,
    "originalId" INTEGER,
    "since" DATETIME NOT NULL,
    CONSTRAINT "address_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "address_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "address_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "original" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "original" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "site" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "packing" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "articleId" INTEGER,
    "articleVersion" INTEGER,
    "readBy" INTEGER NOT NULL,
    "note" TEXT,
    "importedAt" DATETIME NOT NULL,
    CONSTRAINT "original_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME
);

-- CreateTable
CREATE TABLE "session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "staffId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "agent" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    CONSTRAINT "session_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "invitation" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
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
