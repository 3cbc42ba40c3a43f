-- SPDX-License-Identifier: MIT
-- All comments of the database in one go, and those on roles and on the database itself.
-- $1 false: without those on objects that were there from the start, schemas and extensions apart.
SELECT d.classoid, d.objoid, d.objsubid, d.description
  FROM pg_description d
 WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
    OR d.classoid = 'pg_extension'::regclass OR $1::boolean
UNION ALL
SELECT s.classoid, s.objoid, 0, s.description
  FROM pg_shdescription s
 WHERE s.classoid IN ('pg_authid'::regclass, 'pg_subscription'::regclass)
    OR (s.classoid = 'pg_database'::regclass
        AND s.objoid = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database()))
