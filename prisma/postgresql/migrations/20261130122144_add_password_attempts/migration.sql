-- CreateTable
CREATE TABLE "PasswordAttempt" (
    "subject" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "blockedUntil" TIMESTAMP(3) NOT NULL,
    "lastAttemptAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PasswordAttempt_pkey" PRIMARY KEY ("subject")
);

-- CreateIndex
CREATE INDEX "PasswordAttempt_lastAttemptAt_idx" ON "PasswordAttempt"("lastAttemptAt");
