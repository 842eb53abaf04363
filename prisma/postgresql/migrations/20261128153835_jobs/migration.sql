-- CreateTable
CREATE TABLE "job" (
    "id" SERIAL NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "paths" JSONB NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "tries" INTEGER NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "holder" TEXT COLLATE "C",
    "heldUntil" TIMESTAMP(3),
    "failure" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_state_dueAt_id_idx" ON "job"("state", "dueAt", "id");
