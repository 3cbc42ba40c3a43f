-- SPDX-License-Identifier: MIT
-- The picked rows of one type value, each looked up in the parent by its index.
SELECT g.type_value, {keys},
       CASE WHEN {any_null} THEN 'null'
            WHEN (SELECT 1 FROM {parent} AS p WHERE ({parent_values}) = ({child_values}) LIMIT 1) IS NOT NULL
            THEN 'found'
            WHEN {is_sentinel} THEN 'sentinel'
            ELSE 'orphan' END AS state
  FROM picked AS g
 WHERE g.type_value = {type}
