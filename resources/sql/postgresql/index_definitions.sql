-- SPDX-License-Identifier: MIT
-- One row per expression of an index, or one row when only its predicate is one.
SELECT i.indexrelid, pg_get_indexdef(i.indexrelid), pg_get_expr(i.indpred, i.indrelid), part.n,
       pg_get_indexdef(i.indexrelid, part.n, false)
  FROM unnest($1::oid[]) AS wanted (oid)
  JOIN pg_index i ON i.indexrelid = wanted.oid
  LEFT JOIN LATERAL generate_series(1, i.indnkeyatts::integer) AS part (n)
    ON i.indkey[part.n - 1] = 0
