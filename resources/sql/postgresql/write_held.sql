-- SPDX-License-Identifier: MIT
-- Which of these objects some transaction holds that has changed comments and has not ended: such
-- a one keeps its lock on the table of comments until it ends, and one of these on each object.
-- $1 catalogs, $2 objects
SELECT DISTINCT i.number
  FROM unnest($1::oid[], $2::oid[]) WITH ORDINALITY AS i (classoid, objoid, number)
  JOIN pg_locks h
    ON (h.locktype = 'relation' AND i.classoid = 'pg_class'::regclass AND h.relation = i.objoid)
    OR (h.locktype = 'object' AND h.classid = i.classoid AND h.objid = i.objoid)
  JOIN pg_locks o
    ON o.pid = h.pid AND o.locktype = 'relation' AND o.mode = 'RowExclusiveLock'
   AND o.relation IN ('pg_description'::regclass, 'pg_shdescription'::regclass)
 WHERE h.granted AND o.granted
   AND h.mode IN ('ShareUpdateExclusiveLock', 'AccessExclusiveLock')
