-- CreateTable
CREATE TABLE "partner" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "delayMinutes" INTEGER NOT NULL,
    "form" TEXT COLLATE "C" NOT NULL,
    "categories" JSONB NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partner_tokenHash_key" ON "partner"("tokenHash");

-- AddForeignKey
ALTER TABLE "partner" ADD CONSTRAINT "partner_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
