-- SPDX-License-Identifier: MIT
-- Values of options that are secrets never leave the server.
SELECT f.ftrelid, s.srvname,
       (SELECT string_agg(CASE WHEN o ~* '^[^=]*(passw|secret|token|key)[^=]*='
                               THEN split_part(o, '=', 1) || '=***' ELSE o END, ', ')
          FROM unnest(f.ftoptions) AS o)
  FROM pg_foreign_table f
  JOIN pg_foreign_server s ON s.oid = f.ftserver
