-- SPDX-License-Identifier: MIT
-- The rows at one end of a key.
SELECT * FROM (SELECT {type_value} AS type_value, {child_values} FROM {child} AS c
                ORDER BY {order} LIMIT {limit}) AS part
