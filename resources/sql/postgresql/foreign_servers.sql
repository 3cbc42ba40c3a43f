-- SPDX-License-Identifier: MIT
-- Values of options that are secrets never leave the server; values with a comma or a quote are
-- quoted, so that they can be told apart.
SELECT s.oid, s.srvname, s.srvowner, s.srvtype, s.srvversion, w.fdwname,
       (SELECT string_agg(CASE WHEN o ~* '^[^=]*(passw|secret|token|key)[^=]*='
                               THEN split_part(o, '=', 1) || '=***'
                               WHEN substr(o, strpos(o, '=') + 1) ~ '[,'']'
                               THEN split_part(o, '=', 1) || '=''' ||
                                    replace(substr(o, strpos(o, '=') + 1), '''', '''''') || ''''
                               ELSE o END, ', ')
          FROM unnest(s.srvoptions) AS o)
  FROM pg_foreign_server s
  JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
