-- SPDX-License-Identifier: MIT
-- Everything with columns, whatever its kind; composite types come with the types.
SELECT c.oid, c.relnamespace, c.relname, c.relkind, c.relowner, c.reltuples,
       c.relpages + coalesce(t.relpages, 0), c.relpersistence, c.relrowsecurity,
       c.relforcerowsecurity, array_to_string(c.reloptions, ', '),
       pg_get_expr(c.relpartbound, 0), a.amname, s.spcname
  FROM pg_class c
  LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
  LEFT JOIN pg_am a ON a.oid = c.relam
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
 WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind NOT IN ('i', 'I', 't', 'S', 'c')
