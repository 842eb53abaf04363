-- CreateTable
CREATE TABLE "change" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "act" TEXT COLLATE "C" NOT NULL,
    "touched" JSONB NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "duty" TEXT COLLATE "C" NOT NULL,
    "holder" TEXT COLLATE "C" NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("duty")
);

-- CreateIndex
CREATE INDEX "change_at_idx" ON "change"("at");

-- Tells every process that listens that the log has grown: once a transaction, at its commit, without a word of what is in it.
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dibao_change', '');
    RETURN NULL;
END $$;

CREATE TRIGGER change_told AFTER INSERT ON "change" FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
