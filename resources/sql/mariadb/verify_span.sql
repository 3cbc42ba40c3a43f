-- SPDX-License-Identifier: MIT
-- Both ends of an integer key, each by its index.
SELECT (SELECT min({key}) FROM {table} AS c), (SELECT max({key}) FROM {table} AS c)
