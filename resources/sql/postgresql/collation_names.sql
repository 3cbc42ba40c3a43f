-- SPDX-License-Identifier: MIT
SELECT c.oid, n.nspname, c.collname
  FROM unnest($1::oid[]) AS wanted (oid)
  JOIN pg_collation c ON c.oid = wanted.oid
  JOIN pg_namespace n ON n.oid = c.collnamespace
