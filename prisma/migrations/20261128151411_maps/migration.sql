-- CreateTable
CREATE TABLE "published_month" (
    "month" TEXT NOT NULL PRIMARY KEY,
    "touchedAt" DATETIME NOT NULL,
    "articleCount" INTEGER NOT NULL
);

-- AlterTable
ALTER TABLE "address" ADD COLUMN "isFirst" BOOLEAN NOT NULL DEFAULT false;

-- The oldest address of each article, and where several are as old, the one that never moved on.
UPDATE "address" SET "isFirst" = true WHERE "path" IN (
    SELECT "path" FROM (
        SELECT "path", ROW_NUMBER() OVER (PARTITION BY "articleId" ORDER BY "since", CASE "state" WHEN 'moved' THEN 1 ELSE 0 END, "path") AS "age"
        FROM "address" WHERE "articleId" IS NOT NULL
    ) AS "aged" WHERE "age" = 1
);
