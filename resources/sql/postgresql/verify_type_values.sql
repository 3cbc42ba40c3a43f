-- SPDX-License-Identifier: MIT
-- The most frequent values of a type column among the picked rows.
WITH picked AS MATERIALIZED (
{rows}
)
SELECT type_value, count(*) AS n, (SELECT count(*) FROM picked) AS everything
  FROM picked GROUP BY type_value ORDER BY n DESC, type_value LIMIT {limit}
