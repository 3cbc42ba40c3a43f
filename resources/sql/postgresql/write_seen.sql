-- SPDX-License-Identifier: MIT
-- Whether this session is on the server of another one: $1 its process, $2 when it began.
SELECT count(*)
  FROM pg_stat_activity a
 WHERE a.pid = $1::integer AND a.backend_start = $2::timestamptz
