-- DropIndex
DROP INDEX "Review_learnerId_at_idx";

-- DropIndex
DROP INDEX "ReviewAction_learnerId_at_idx";

-- CreateTable
CREATE TABLE "ItemState" (
    "learnerId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "entryCount" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "lastMonth" JSONB NOT NULL,

    PRIMARY KEY ("learnerId", "itemId"),
    CONSTRAINT "ItemState_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Review_learnerId_item_at_idx" ON "Review"("learnerId", "item", "at");

-- CreateIndex
CREATE INDEX "ReviewAction_learnerId_item_at_idx" ON "ReviewAction"("learnerId", "item", "at");
