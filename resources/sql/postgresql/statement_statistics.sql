-- SPDX-License-Identifier: MIT
-- What ran most often in this database; found through the search path. Of other users' statements
-- some accounts see only that there were any.
SELECT s.query
  FROM pg_stat_statements s
 WHERE s.dbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
   AND s.query IS NOT NULL
   AND length(s.query) < 100000
 ORDER BY s.calls DESC, s.queryid
 LIMIT 2000
