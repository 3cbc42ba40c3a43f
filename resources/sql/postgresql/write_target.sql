-- SPDX-License-Identifier: MIT
-- Whom and what a session reached, and what another session finds it by. Whether sessions may
-- write: as the server, database and role have it, whatever this session has set for itself.
SELECT current_user, d.datname, d.oid, s.reset_val, pg_is_in_recovery(), a.pid, a.backend_start
  FROM pg_database d
  JOIN pg_stat_activity a ON a.pid = pg_backend_pid()
  JOIN pg_settings s ON s.name = 'default_transaction_read_only'
 WHERE d.datname = current_database()
