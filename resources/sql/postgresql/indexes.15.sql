-- SPDX-License-Identifier: MIT
-- From 15 on NULLs may count as equal. Plain indexes are composed from their columns; expressions
-- and predicates come later.
SELECT i.indexrelid, i.indrelid, c.relname, a.amname, i.indisunique, i.indisprimary, i.indisvalid,
       i.indnkeyatts, i.indkey, i.indcollation, i.indclass, i.indoption,
       i.indexprs IS NOT NULL, i.indpred IS NOT NULL, array_to_string(c.reloptions, ', '),
       s.spcname, i.indisreplident, i.indisclustered, i.indnullsnotdistinct
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  LEFT JOIN pg_am a ON a.oid = c.relam
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
 WHERE c.relnamespace = ANY ($1::oid[])
