-- SPDX-License-Identifier: MIT
-- What ANALYZE knows of columns that the user may read; values of numbers and dates only. Those of a
-- table with its heirs or partitions come last.
SELECT s.schemaname, s.tablename, s.attname, s.null_frac,
       CASE WHEN s.n_distinct >= 0 THEN s.n_distinct
            WHEN c.reltuples >= 0 THEN -s.n_distinct * c.reltuples END,
       CASE WHEN t.typcategory IN ('N', 'D') THEN s.histogram_bounds::text END,
       CASE WHEN t.typcategory IN ('N', 'D') THEN s.most_common_vals::text END,
       CASE WHEN t.typcategory IN ('N', 'D') THEN s.most_common_freqs::text END
  FROM pg_stats s
  JOIN pg_namespace n ON n.nspname = s.schemaname
  JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = s.attname
  JOIN pg_type t ON t.oid = a.atttypid
 WHERE s.schemaname NOT IN ('pg_catalog', 'information_schema')
 ORDER BY s.schemaname, s.tablename, s.attname, s.inherited
