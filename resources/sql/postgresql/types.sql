-- SPDX-License-Identifier: MIT
-- Without the row types of tables and the arrays that come with every type.
SELECT t.oid, t.typnamespace, t.typname, t.typtype, t.typowner, t.typrelid, t.typbasetype,
       t.typtypmod, t.typnotnull, t.typdefault, r.rngsubtype
  FROM pg_type t
  LEFT JOIN pg_class c ON c.oid = t.typrelid
  LEFT JOIN pg_range r ON r.rngtypid = t.oid
 WHERE t.typnamespace = ANY ($1::oid[])
   AND (t.typrelid = 0 OR c.relkind = 'c')
   AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid)
