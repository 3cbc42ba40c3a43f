-- SPDX-License-Identifier: MIT
-- The picked rows of one type value against a parent without a usable index, read up to a limit.
SELECT g.type_value, {keys},
       CASE WHEN {any_null} THEN 'null'
            WHEN r.hit IS NOT NULL THEN 'found'
            WHEN {is_sentinel} THEN 'sentinel'
            ELSE 'orphan' END AS state
  FROM picked AS g
  LEFT JOIN (SELECT DISTINCT {read_names}, 1 AS hit
               FROM (SELECT {read_values} FROM {parent} AS p LIMIT {parent_limit}) AS few) AS r
    ON ({read_keys}) = ({child_values})
 WHERE g.type_value = {type}
