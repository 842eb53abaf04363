-- CreateTable
CREATE TABLE "partner" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "delayMinutes" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "categories" JSONB NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "partner_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "staff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "partner_tokenHash_key" ON "partner"("tokenHash");
