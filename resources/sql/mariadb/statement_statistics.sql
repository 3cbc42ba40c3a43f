-- SPDX-License-Identifier: MIT
-- What ran most often; of one schema, or of all where the parameter is empty.
SELECT DIGEST_TEXT, SCHEMA_NAME
FROM performance_schema.events_statements_summary_by_digest
WHERE DIGEST_TEXT IS NOT NULL
  AND (? = '' OR SCHEMA_NAME = ?)
ORDER BY COUNT_STAR DESC, DIGEST
LIMIT 2000
