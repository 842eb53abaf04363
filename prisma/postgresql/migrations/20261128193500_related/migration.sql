-- CreateTable
CREATE TABLE "relation" (
    "articleId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("articleId","otherId")
);

-- CreateTable
CREATE TABLE "story" (
    "id" SERIAL NOT NULL,
    "begunAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_place" (
    "articleId" INTEGER NOT NULL,
    "storyId" INTEGER,
    "twinsId" INTEGER,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "heldById" INTEGER,
    "heldAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "story_place_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "related_choice" (
    "articleId" INTEGER NOT NULL,
    "otherId" INTEGER NOT NULL,
    "choice" TEXT COLLATE "C" NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "related_choice_pkey" PRIMARY KEY ("articleId","otherId","choice")
);

-- CreateTable
CREATE TABLE "relate_due" (
    "articleId" INTEGER NOT NULL,

    CONSTRAINT "relate_due_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "relation_articleId_score_otherId_idx" ON "relation"("articleId", "score" DESC, "otherId" DESC);

-- CreateIndex
CREATE INDEX "story_place_storyId_publishedAt_articleId_idx" ON "story_place"("storyId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "story_place_twinsId_publishedAt_articleId_idx" ON "story_place"("twinsId", "publishedAt" DESC, "articleId" DESC);

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("articleId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_place" ADD CONSTRAINT "story_place_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_place" ADD CONSTRAINT "story_place_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_place" ADD CONSTRAINT "story_place_twinsId_fkey" FOREIGN KEY ("twinsId") REFERENCES "story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_place" ADD CONSTRAINT "story_place_heldById_fkey" FOREIGN KEY ("heldById") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_choice" ADD CONSTRAINT "related_choice_byId_fkey" FOREIGN KEY ("byId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published before is compared after the next start (store/relate-due.ts).
INSERT INTO "relate_due" ("articleId") SELECT "articleId" FROM "published_article";
