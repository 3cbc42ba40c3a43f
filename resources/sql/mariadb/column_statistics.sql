-- SPDX-License-Identifier: MIT
-- What ANALYZE TABLE .. PERSISTENT knows of columns; values of numbers and dates only.
SELECT s.db_name, s.table_name, s.column_name, s.nulls_ratio,
       t.cardinality * (1 - s.nulls_ratio) / nullif(s.avg_frequency, 0),
       CASE WHEN c.COLUMN_NAME IS NOT NULL THEN s.min_value END,
       CASE WHEN c.COLUMN_NAME IS NOT NULL THEN s.max_value END
  FROM mysql.column_stats AS s
  LEFT JOIN mysql.table_stats AS t ON t.db_name = s.db_name AND t.table_name = s.table_name
  LEFT JOIN information_schema.COLUMNS AS c
    ON c.TABLE_SCHEMA = s.db_name AND c.TABLE_NAME = s.table_name AND c.COLUMN_NAME = s.column_name
   AND c.DATA_TYPE IN ('tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float',
                       'double', 'year', 'date', 'datetime', 'timestamp')
 WHERE s.db_name NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')
