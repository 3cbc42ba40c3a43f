-- SPDX-License-Identifier: MIT
-- What views and rules (pg_rewrite) and routines use, down to the column.
-- $1 false: only of objects that were not there from the start.
SELECT d.classid, d.objid, d.refclassid, d.refobjid, d.refobjsubid
  FROM pg_depend d
 WHERE d.classid IN ('pg_rewrite'::regclass, 'pg_proc'::regclass) AND d.deptype = 'n'
   AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass)
   AND (d.objid >= 16384 OR $1::boolean)
