-- SPDX-License-Identifier: MIT
-- Picks rows of a child table, judges each, and counts: per type value and state the total, and of
-- sentinels and orphans the most frequent values.
WITH picked AS (
{rows}
), judged AS (
{targets}
), counted AS (
    SELECT type_value, state, {keys}, count(*) AS n
      FROM judged GROUP BY type_value, state, {keys}
), placed AS (
    SELECT type_value, state, {keys}, n,
           sum(n) OVER (PARTITION BY type_value, state) AS total,
           sum(n) OVER () AS everything,
           count(*) OVER (PARTITION BY type_value, state) AS kinds,
           row_number() OVER (PARTITION BY type_value, state ORDER BY n DESC, {keys}) AS place
      FROM counted
)
SELECT type_value, state, n, total, everything, kinds, {keys}
  FROM placed
 WHERE place <= CASE state WHEN 'sentinel' THEN {most_sentinels} WHEN 'orphan' THEN {most_orphans} ELSE 1 END
 ORDER BY total DESC, type_value, state, place
 LIMIT 2000
