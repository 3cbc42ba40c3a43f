-- SPDX-License-Identifier: MIT
-- The first rows of a table, as the server likes to give them: all of them where it is small.
SELECT {type_value} AS type_value, {child_values} FROM {child} AS c LIMIT {limit}
