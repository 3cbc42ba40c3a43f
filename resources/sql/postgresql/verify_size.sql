-- SPDX-License-Identifier: MIT
-- Rows of a table with all its partitions and heirs, as the planner estimates them: rows per page
-- when it was analyzed, times the pages of now. $1 schema, $2 table
WITH RECURSIVE tree (oid) AS (
    SELECT c.oid
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = $2
    UNION
    SELECT i.inhrelid FROM pg_inherits i JOIN tree t ON t.oid = i.inhparent
), stored (known, density, pages) AS (
    SELECT c.reltuples >= 0 AND c.relpages > 0,
           c.reltuples / nullif(c.relpages, 0),
           pg_relation_size(c.oid) / current_setting('block_size')::float8
      FROM tree JOIN pg_class c ON c.oid = tree.oid
     WHERE c.relkind IN ('r', 'm')
)
SELECT coalesce(sum(pages * CASE WHEN known THEN density ELSE 50 END), 0), coalesce(bool_and(known), false)
  FROM stored
