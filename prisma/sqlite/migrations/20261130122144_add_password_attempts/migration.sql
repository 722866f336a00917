-- CreateTable
CREATE TABLE "PasswordAttempt" (
    "subject" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "blockedUntil" DATETIME NOT NULL,
    "lastAttemptAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "PasswordAttempt_lastAttemptAt_idx" ON "PasswordAttempt"("lastAttemptAt");
