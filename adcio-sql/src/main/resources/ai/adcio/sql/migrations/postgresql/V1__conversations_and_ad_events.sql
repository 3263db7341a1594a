-- Times are milliseconds since 1970 in UTC. Ids compare by their code points.
CREATE TABLE "adcio_conversation" (
  "shop" VARCHAR(40) COLLATE "C" NOT NULL,
  "id" VARCHAR(500) COLLATE "C" NOT NULL,
  "version" BIGINT NOT NULL,
  "format" INTEGER NOT NULL,
  "state" TEXT COLLATE "C" NOT NULL,
  "expires_at" BIGINT NOT NULL,
  PRIMARY KEY ("shop", "id")
);

CREATE INDEX "adcio_conversation_expires_at" ON "adcio_conversation" ("shop", "expires_at");

CREATE TABLE "adcio_ad_event" (
  "shop" VARCHAR(40) COLLATE "C" NOT NULL,
  "adset_id" VARCHAR(300) COLLATE "C" NOT NULL,
  "type" VARCHAR(20) COLLATE "C" NOT NULL,
  "request_id" VARCHAR(300) COLLATE "C" NOT NULL,
  "at" BIGINT NOT NULL,
  PRIMARY KEY ("shop", "adset_id", "type", "request_id")
);
