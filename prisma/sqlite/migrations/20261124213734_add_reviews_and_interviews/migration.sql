-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN "unexplained" TEXT;

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "ms" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewAction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReviewAction_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewPlan" (
    "learnerId" TEXT NOT NULL PRIMARY KEY,
    "plan" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReviewPlan_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Interview_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "interviewId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "InterviewEvent_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewDraft" (
    "interviewId" TEXT NOT NULL PRIMARY KEY,
    "draft" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "InterviewDraft_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Review_learnerId_at_idx" ON "Review"("learnerId", "at");

-- CreateIndex
CREATE INDEX "ReviewAction_learnerId_at_idx" ON "ReviewAction"("learnerId", "at");

-- CreateIndex
CREATE INDEX "Interview_learnerId_at_idx" ON "Interview"("learnerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewEvent_interviewId_seq_key" ON "InterviewEvent"("interviewId", "seq");

-- CreateIndex
CREATE INDEX "Verdict_unexplained_idx" ON "Verdict"("unexplained");
