-- SPDX-License-Identifier: MIT
-- Without the constructors that come with a range type.
SELECT p.oid, p.pronamespace, p.proname, p.prokind, p.proowner, l.lanname, p.prosecdef,
       p.provolatile, p.proisstrict, p.proparallel, array_to_string(p.proconfig, ', '),
       p.proargtypes, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
       CASE WHEN l.lanname NOT IN ('c', 'internal') THEN p.prosrc END
  FROM pg_proc p
  JOIN pg_language l ON l.oid = p.prolang
 WHERE p.pronamespace = ANY ($1::oid[])
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                      AND d.deptype = 'i')
