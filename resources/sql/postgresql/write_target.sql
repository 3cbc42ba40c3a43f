-- SPDX-License-Identifier: MIT
-- Whom and what a writing session reached, and what another session finds it by.
SELECT current_user, d.datname, d.oid, current_setting('transaction_read_only'),
       pg_is_in_recovery(), a.pid, a.backend_start
  FROM pg_database d
  JOIN pg_stat_activity a ON a.pid = pg_backend_pid()
 WHERE d.datname = current_database()
