-- SPDX-License-Identifier: MIT
-- Options of foreign tables (0) and of their columns (number). Values of options that are secrets
-- never leave the server; values with a comma or a quote are quoted, so that they can be told apart.
WITH given AS (
    SELECT f.ftrelid, f.ftserver, 0 AS number, f.ftoptions AS options
      FROM pg_foreign_table f
    UNION ALL
    SELECT f.ftrelid, f.ftserver, a.attnum, a.attfdwoptions
      FROM pg_foreign_table f
      JOIN pg_attribute a ON a.attrelid = f.ftrelid
     WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attfdwoptions IS NOT NULL
)
SELECT g.ftrelid, s.srvname, g.number,
       (SELECT string_agg(CASE WHEN o ~* '^[^=]*(passw|secret|token|key)[^=]*='
                               THEN split_part(o, '=', 1) || '=***'
                               WHEN substr(o, strpos(o, '=') + 1) ~ '[,'']'
                               THEN split_part(o, '=', 1) || '=''' ||
                                    replace(substr(o, strpos(o, '=') + 1), '''', '''''') || ''''
                               ELSE o END, ', ')
          FROM unnest(g.options) AS o)
  FROM given g
  JOIN pg_foreign_server s ON s.oid = g.ftserver
