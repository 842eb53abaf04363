-- CreateTable
CREATE TABLE "change" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "act" TEXT NOT NULL,
    "touched" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "lease" (
    "duty" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "change_at_idx" ON "change"("at");
