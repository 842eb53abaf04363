-- CreateTable
CREATE TABLE "job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "paths" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "holder" TEXT,
    "heldUntil" DATETIME,
    "failure" JSONB,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "job_state_dueAt_id_idx" ON "job"("state", "dueAt", "id");
