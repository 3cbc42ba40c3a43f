-- SPDX-License-Identifier: MIT
-- Differs when a relation was made, dropped, renamed, moved, or got or lost columns, indexes,
-- triggers, rules or checks. Temporary relations and rewrites of data (TRUNCATE) do not count.
SELECT count(*),
       sum(hashtextextended(c.relname, c.oid::bigint)),
       sum(hashint8extended(c.oid::bigint * 4096 + c.relnatts, c.relnamespace::bigint
           + c.relowner::bigint * 31 + c.relchecks::bigint * 1031
           + CASE WHEN c.relhasindex THEN 100003 ELSE 0 END
           + CASE WHEN c.relhastriggers THEN 200003 ELSE 0 END
           + CASE WHEN c.relhasrules THEN 400009 ELSE 0 END))
  FROM pg_class c
 WHERE c.relpersistence <> 't' AND c.relnamespace <> 'pg_toast'::regnamespace
