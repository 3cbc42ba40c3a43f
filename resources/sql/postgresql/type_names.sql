-- SPDX-License-Identifier: MIT
-- $1 type oids, $2 their modifiers: one row per pair.
SELECT p.typ, p.typmod, format_type(p.typ, p.typmod), t.typcollation,
       CASE WHEN t.typlen = -1 AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
  FROM unnest($1::oid[], $2::integer[]) AS p (typ, typmod)
  LEFT JOIN pg_type t ON t.oid = p.typ
