-- SPDX-License-Identifier: MIT
SELECT p.oid, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
  FROM unnest($1::oid[]) AS wanted (oid)
  JOIN pg_policy p ON p.oid = wanted.oid
