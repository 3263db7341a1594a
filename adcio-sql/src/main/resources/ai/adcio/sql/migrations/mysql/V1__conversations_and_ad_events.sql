-- Times are milliseconds since 1970 in UTC. Ids compare by their code points.
CREATE TABLE `adcio_conversation` (
  `shop` VARCHAR(40) NOT NULL,
  `id` VARCHAR(500) NOT NULL,
  `version` BIGINT NOT NULL,
  `format` INTEGER NOT NULL,
  `state` LONGTEXT NOT NULL,
  `expires_at` BIGINT NOT NULL,
  PRIMARY KEY (`shop`, `id`)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE INDEX `adcio_conversation_expires_at` ON `adcio_conversation` (`shop`, `expires_at`);

CREATE TABLE `adcio_ad_event` (
  `shop` VARCHAR(40) NOT NULL,
  `adset_id` VARCHAR(300) NOT NULL,
  `type` VARCHAR(20) NOT NULL,
  `request_id` VARCHAR(300) NOT NULL,
  `at` BIGINT NOT NULL,
  PRIMARY KEY (`shop`, `adset_id`, `type`, `request_id`)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
