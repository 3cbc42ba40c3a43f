-- SPDX-License-Identifier: MIT
-- The picked rows whose type value names no table.
SELECT g.type_value, {keys},
       CASE WHEN {any_null} THEN 'null'
            WHEN {is_sentinel} THEN 'sentinel'
            ELSE 'untargeted' END AS state
  FROM picked AS g
 WHERE {is_other_type}
