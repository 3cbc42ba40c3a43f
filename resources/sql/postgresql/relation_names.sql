-- SPDX-License-Identifier: MIT
SELECT c.oid, n.nspname, c.relname
  FROM unnest($1::oid[]) AS wanted (oid)
  JOIN pg_class c ON c.oid = wanted.oid
  JOIN pg_namespace n ON n.oid = c.relnamespace
