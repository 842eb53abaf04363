-- CreateTable
CREATE TABLE "relation" (
    "articleId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "otherId"),
    CONSTRAINT "relation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article" ("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "story" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "begunAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "story_place" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "storyId" INTEGER,
    "twinsId" INTEGER,
    "publishedAt" DATETIME NOT NULL,
    "heldById" INTEGER,
    "heldAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "story_place_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "story_place_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "story" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "story_place_twinsId_fkey" FOREIGN KEY ("twinsId") REFERENCES "story" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "story_place_heldById_fkey" FOREIGN KEY ("heldById") REFERENCES "staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "related_choice" (
    "articleId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "otherId", "choice"),
    CONSTRAINT "related_choice_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "relate_due" (
    "articleId" INTEGER NOT NULL PRIMARY KEY
);

-- CreateIndex
CREATE INDEX "relation_articleId_score_otherId_idx" ON "relation"("articleId", "score" DESC, "otherId" DESC);

-- CreateIndex
CREATE INDEX "story_place_storyId_publishedAt_articleId_idx" ON "story_place"("storyId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "story_place_twinsId_publishedAt_articleId_idx" ON "story_place"("twinsId", "publishedAt" DESC, "articleId" DESC);

-- What was published before is compared after the next start (store/relate-due.ts).
INSERT INTO "relate_due" ("articleId") SELECT "articleId" FROM "published_article";
