-- SPDX-License-Identifier: MIT
-- Histograms that ANALYZE TABLE .. UPDATE HISTOGRAM made; values of numbers and dates only.
SELECT SCHEMA_NAME, TABLE_NAME, COLUMN_NAME,
       JSON_UNQUOTE(JSON_EXTRACT(HISTOGRAM, '$."null-values"')),
       CASE WHEN JSON_UNQUOTE(JSON_EXTRACT(HISTOGRAM, '$."data-type"'))
                 IN ('int', 'uint', 'double', 'decimal', 'date', 'datetime', 'timestamp')
            THEN HISTOGRAM END
  FROM information_schema.COLUMN_STATISTICS
