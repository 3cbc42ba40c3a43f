-- SPDX-License-Identifier: MIT
-- Without last values: they are data, and reading them takes a lock.
SELECT c.oid, c.relnamespace, c.relname, c.relowner, s.seqtypid, s.seqstart, s.seqincrement,
       s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid, d.refobjsubid, d.deptype
  FROM pg_sequence s
  JOIN pg_class c ON c.oid = s.seqrelid
  LEFT JOIN pg_depend d
    ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
   AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
 WHERE c.relnamespace = ANY ($1::oid[])
