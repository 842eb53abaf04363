-- CreateTable
CREATE TABLE "library_picture" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "hasAlpha" BOOLEAN NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "fileName" TEXT COLLATE "C" NOT NULL,
    "alt" TEXT COLLATE "C" NOT NULL,
    "decorative" BOOLEAN NOT NULL,
    "described" BOOLEAN NOT NULL,
    "caption" TEXT COLLATE "C" NOT NULL,
    "credit" TEXT COLLATE "C" NOT NULL,
    "licence" TEXT COLLATE "C" NOT NULL,
    "licenceEnd" TIMESTAMP(3),
    "focusX" DOUBLE PRECISION NOT NULL,
    "focusY" DOUBLE PRECISION NOT NULL,
    "foundAt" TEXT COLLATE "C",
    "addedById" INTEGER,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "updatedById" INTEGER,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),
    "filesLeft" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "library_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture_use" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER NOT NULL,
    "shownTo" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "picture_use_pkey" PRIMARY KEY ("hash","articleId","shownTo")
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

-- AddForeignKey
ALTER TABLE "library_picture" ADD CONSTRAINT "library_picture_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_picture" ADD CONSTRAINT "library_picture_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_use" ADD CONSTRAINT "picture_use_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
