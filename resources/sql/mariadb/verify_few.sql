-- SPDX-License-Identifier: MIT
-- How many rows a table has, counted no further than the limit.
SELECT count(*) FROM (SELECT 1 AS one FROM {table} AS c LIMIT {limit}) AS few
