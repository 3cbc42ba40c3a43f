-- SPDX-License-Identifier: MIT
-- $1 tables: the formulas of their generated columns.
SELECT d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid)
  FROM unnest($1::oid[]) AS wanted (oid)
  JOIN pg_attribute a ON a.attrelid = wanted.oid AND a.attgenerated <> ''
  JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
