-- SPDX-License-Identifier: MIT
-- The first rows of one range of a key.
SELECT * FROM (SELECT {type_value} AS type_value, {child_values} FROM {child} AS c
                WHERE {key} BETWEEN {from} AND {to} ORDER BY {key} LIMIT {limit}) AS part
