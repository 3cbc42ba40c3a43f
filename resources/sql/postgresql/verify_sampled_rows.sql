-- SPDX-License-Identifier: MIT
-- Whole pages, chosen by a seed: reads no more of the table than it gives.
SELECT {type_value} AS type_value, {child_values}
  FROM {child} AS c TABLESAMPLE SYSTEM ({percent}) REPEATABLE ({seed})
 LIMIT {limit}
